namespace PulpoSync.Sandbox.Shopify;

/// <summary>What a resolver may know beside the object itself. One for each field and request.</summary>
internal sealed class FieldCall(PlannedField field, IReadOnlyDictionary<string, object?> arguments, RequestContext context)
{
    public PlannedField Field { get; } = field;

    public RequestContext Context { get; } = context;

    public ShopifyShop Shop => Context.Shop;

    /// <summary>The key of the field's <c>@idempotent</c> directive, or null.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>All arguments, read as the fields of an input object are.</summary>
    public InputFields Arguments { get; } = new(arguments);

    /// <summary>The argument's value, its default, or null.</summary>
    public T? Get<T>(string argument) => arguments.TryGetValue(argument, out var value) && value is T typed ? typed : default;

    public int? GetInt(string argument) => arguments.TryGetValue(argument, out var value) && value is int number ? number : null;
}
