namespace PulpoSync.Sandbox.Shopify;

/// <summary>The fields of an input object. A field that was not given and one that was given as null are two things.</summary>
internal sealed class InputFields(IReadOnlyDictionary<string, object?> fields)
{
    public IReadOnlyDictionary<string, object?> All => fields;

    public bool Has(string field) => fields.ContainsKey(field);

    public T? Get<T>(string field) => fields.TryGetValue(field, out var value) && value is T typed ? typed : default;

    public int? GetInt(string field) => fields.TryGetValue(field, out var value) && value is int number ? number : null;

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
