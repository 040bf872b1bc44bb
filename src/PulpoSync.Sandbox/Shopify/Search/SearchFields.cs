namespace PulpoSync.Sandbox.Shopify;

/// <summary>Whether an object meets a term; null when the term's value is not accepted.</summary>
internal delegate bool? FieldFilter<in T>(T item, SearchNode.Term term, ShopifyShop shop);

/// <summary>The fields that objects of a kind can be searched by.</summary>
/// <param name="filters">The fields that the sandbox knows how to filter by.</param>
/// <param name="others">The vendor's other fields. A search for one of them is refused: to ignore it would be unlike the vendor.</param>
internal sealed class SearchFields<T>(IReadOnlyDictionary<string, FieldFilter<T>> filters, IReadOnlySet<string> others)
{
    /// <summary>
    /// Turns a query into a test. A field that the vendor does not know is ignored, as the vendor does, and reported in <c>extensions.search</c>;
    /// so is a value that it does not accept (the latter's being ignored is inferred).
    /// </summary>
    public Func<T, bool> Compile(FieldCall call, out SearchNode query)
    {
        var text = call.Get<string>("query") ?? "";
        var parsed = query = SearchParser.Parse(text);
        var warnings = parsed.Terms.Select(Warn).OfType<SearchWarning>().ToList();
        if (warnings.Count > 0) call.Context.Searches.Add(new SearchReport(call.Field.Key, text, parsed, warnings));
        return item => Matches(parsed, item, call.Shop) ?? true;
    }

    private SearchWarning? Warn(SearchNode.Term term)
    {
        if (filters.ContainsKey(term.Field)) return null;
        if (others.Contains(term.Field) || term.Field.StartsWith("metafields.", StringComparison.Ordinal))
            throw new NotSupportedException($"The sandbox cannot filter by '{term.Field}'.");
        return SearchWarning.UnknownField(term.Field);
    }

    // Null: without effect.
    private bool? Matches(SearchNode node, T item, ShopifyShop shop)
    {
        switch (node)
        {
            case SearchNode.Term term:
                return filters.TryGetValue(term.Field, out var filter) ? filter(item, term, shop) : null;
            case SearchNode.Not not:
                return !Matches(not.Node, item, shop);
            case SearchNode.All all:
                foreach (var part in all.Nodes) if (Matches(part, item, shop) == false) return false;
                return true;
            case SearchNode.Any any:
                var effective = any.Nodes.Select(n => Matches(n, item, shop)).OfType<bool>().ToArray();
                return effective.Length == 0 ? null : effective.Contains(true);
            default:
                return null;
        }
    }
}
