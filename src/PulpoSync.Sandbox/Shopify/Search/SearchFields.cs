namespace PulpoSync.Sandbox.Shopify;

/// <summary>The fields that objects of a kind can be searched by.</summary>
/// <param name="filters">The fields that the sandbox knows how to filter by.</param>
/// <param name="others">The vendor's other fields. A search for one of them is refused: to ignore it would be unlike the vendor.</param>
internal sealed class SearchFields<T>(IReadOnlyDictionary<string, FieldFilter<T>> filters, IReadOnlySet<string> others)
{
    /// <summary>The field's filter; null for one that the vendor does not know.</summary>
    public FieldFilter<T>? Find(string field)
    {
        if (filters.TryGetValue(field, out var filter)) return filter;
        if (others.Contains(field) || field.StartsWith("metafields.", StringComparison.Ordinal))
            throw new NotSupportedException($"The sandbox cannot filter by '{field}'.");
        return null;
    }
}
