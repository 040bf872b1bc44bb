using System.Globalization;
using System.Text.Json;

namespace PulpoSync.Engine.Connectors;

/// <summary>Tolerant reading: what is missing, null or of another kind is null or empty, never an exception.</summary>
internal static class JsonReading
{
    /// <summary>A member; null where it is missing or null.</summary>
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A member of a member.</summary>
    public static JsonElement? Get(this JsonElement element, string first, string second) => element.Get(first)?.Get(second);

    public static string? Text(this JsonElement element, string name) => element.Get(name) is { } value ? value.AsText() : null;

    /// <summary>The member <c>id</c>; null where nothing stands there by which anything could be found again.</summary>
    public static string? Id(this JsonElement element) => element.Text("id") is { } id && !string.IsNullOrWhiteSpace(id) ? id : null;

    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    public static bool Flag(this JsonElement element, string name) => element.Get(name) is { ValueKind: JsonValueKind.True };

    /// <summary>True for a member that is on or off, or that is not there.</summary>
    public static bool IsSwitch(this JsonElement element, string name) => element.Get(name) is null or { ValueKind: JsonValueKind.True or JsonValueKind.False };

    public static int? Count(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public static long? Number(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    /// <summary>A decimal, given as text or as number.</summary>
    public static decimal? Amount(this JsonElement element, string name) =>
        decimal.TryParse(element.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    /// <summary>A moment in UTC.</summary>
    public static DateTimeOffset? Moment(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.String } value && value.TryGetDateTimeOffset(out var moment) ? moment.ToUniversalTime() : null;

    /// <summary>The items of a list; none where it is none.</summary>
    public static IEnumerable<JsonElement> Elements(this JsonElement element) => element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>The items of a list member that are objects or values; none where there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null) : [];
}
