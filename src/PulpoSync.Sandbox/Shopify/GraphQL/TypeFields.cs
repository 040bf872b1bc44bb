namespace PulpoSync.Sandbox.Shopify;

/// <summary>The fields of one GraphQL type.</summary>
internal sealed class TypeFields<T>(string type, Action<string, Resolver> add) where T : class
{
    public string Type { get; } = type;

    public TypeFields<T> Add(string field, Func<T, object?> value)
    {
        add(field, (source, _) => value((T)source));
        return this;
    }

    public TypeFields<T> Add(string field, Func<T, FieldCall, object?> value)
    {
        add(field, (source, call) => value((T)source, call));
        return this;
    }
}
