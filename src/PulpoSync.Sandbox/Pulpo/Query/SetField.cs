namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A field with several values, such as the products of an order or the barcodes of a product.</summary>
internal sealed class SetField<T, TItem>(string name, Func<T, IEnumerable<TItem>> get, Func<string, TItem?> parse) : Field<T>(name)
{
    public override Func<T, bool>? Condition(QueryValue value)
    {
        var asked = value.Operands.Select(parse).OfType<TItem>().ToHashSet();
        if (asked.Count == 0) return null;
        return value.Operator switch
        {
            QueryOperator.Equal or QueryOperator.List or QueryOperator.IncludesSome => row => get(row).Any(asked.Contains),
            QueryOperator.Includes or QueryOperator.IncludesAll => row => asked.IsSubsetOf(get(row)),
            QueryOperator.IncludesOnly => row => asked.IsSupersetOf(get(row)),
            QueryOperator.IncludesNone => row => !get(row).Any(asked.Contains),
            _ => null,
        };
    }
}
