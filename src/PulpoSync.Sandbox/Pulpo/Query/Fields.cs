using System.Globalization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Makes the fields of a resource.</summary>
internal static class Fields
{
    public static Field<T> Text<T>(
        string name, Func<T, string?> get, Func<PulpoWorld, string, IEnumerable<T>>? lookup = null, bool takesLists = false) =>
        new ScalarField<T>(name, get, text => text) { Lookup = lookup, TakesLists = takesLists };

    public static Field<T> Integer<T>(
        string name, Func<T, long?> get, Func<PulpoWorld, string, IEnumerable<T>>? lookup = null, bool takesLists = false) =>
        new ScalarField<T>(name, row => get(row), text => ParseInteger(text)) { Lookup = lookup, TakesLists = takesLists };

    public static Field<T> Flag<T>(string name, Func<T, bool> get) =>
        new ScalarField<T>(name, row => get(row), text => bool.TryParse(text, out var flag) ? flag : null);

    public static Field<T> Time<T>(string name, Func<T, DateTime?> get, Func<PulpoWorld, DateTime, IEnumerable<T>>? since = null) =>
        new TimeField<T>(name, get) { Since = since };

    /// <summary>The ids that are somewhere in a row.</summary>
    public static Field<T> Ids<T>(string name, Func<T, IEnumerable<long?>> get) => new SetField<T, long?>(name, get, text => ParseInteger(text));

    /// <summary>The texts that are somewhere in a row.</summary>
    public static Field<T> Texts<T>(string name, Func<T, IEnumerable<string>> get, Func<PulpoWorld, string, IEnumerable<T>>? lookup = null) =>
        new SetField<T, string>(name, get, text => text) { Lookup = lookup };

    /// <summary>A count or another number that is made from a row.</summary>
    public static Field<T> Number<T>(string name, Func<T, decimal?> get) =>
        new ScalarField<T>(name, row => get(row), text => ParseNumber(text));

    /// <summary>The fields of every row; ids take lists, as PULPO documents.</summary>
    public static IEnumerable<Field<T>> Common<T>(Func<PulpoWorld, Table<T>> table) where T : Entity =>
    [
        Integer<T>("id", row => row.Id, (world, id) => table(world).Find(ParseInteger(id) ?? -1) is { } row ? [row] : [], takesLists: true),
        Time<T>("inserted_at", row => row.InsertedAt, (world, time) => table(world).AddedSince(time)),
        Time<T>("updated_at", row => row.UpdatedAt),
    ];

    private static decimal? ParseNumber(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? ParseInteger(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
