using System.Globalization;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>The fields of an input object. A field that was not given and one that was given as null are two things.</summary>
internal sealed class InputFields(IReadOnlyDictionary<string, object?> fields)
{
    public IReadOnlyDictionary<string, object?> All => fields;

    public bool Has(string field) => fields.ContainsKey(field);

    public T? Get<T>(string field) => fields.TryGetValue(field, out var value) && value is T typed ? typed : default;

    public int? GetInt(string field) => fields.TryGetValue(field, out var value) && value is int number ? number : null;

    /// <summary>An amount: a string as a rule, a number where the document has one.</summary>
    public decimal? GetMoney(string field) => Get<object>(field) is { } value ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : null;

    /// <summary>An enum's value by Shopify's name; null for none.</summary>
    public T? GetEnum<T>(string field) where T : struct, Enum =>
        Get<string>(field) is { } name ? Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true) : null;

    public InputFields? GetInput(string field) => Get<IReadOnlyDictionary<string, object?>>(field) is { } inner ? new InputFields(inner) : null;

    /// <summary>The elements of a list; a single value stands for a list of one.</summary>
    public IReadOnlyList<object?> GetList(string field) => Get<object>(field) switch
    {
        null => [],
        List<object?> list => list,
        var single => [single],
    };

    public IReadOnlyList<InputFields> GetInputs(string field) =>
        [.. GetList(field).Cast<IReadOnlyDictionary<string, object?>>().Select(f => new InputFields(f))];

    public string[] GetTexts(string field) => [.. GetList(field).Cast<string>()];
}
