namespace PulpoSync.Sandbox.Shopify;

/// <summary>
/// The <c>query</c> argument of a list, ready to test objects. A field that the vendor does not know is ignored, as the vendor does, and reported in
/// <c>extensions.search</c>. A value that it does not accept is reported too; that it is ignored is inferred.
/// </summary>
internal sealed class Search<T>
{
    private readonly FieldCall _call;
    private readonly SearchFields<T> _fields;
    private readonly string _text;
    private readonly List<SearchWarning> _warnings = [];

    public Search(FieldCall call, SearchFields<T> fields)
    {
        _call = call;
        _fields = fields;
        _text = call.Get<string>("query") ?? "";
        Query = SearchParser.Parse(_text);
        foreach (var term in Query.Terms)
            if (fields.Find(term.Field) is null) Warn(SearchWarning.UnknownField(term.Field));
    }

    public SearchNode Query { get; }

    public bool Matches(T item) => Matches(Query, item) ?? true;

    // Null: without effect.
    private bool? Matches(SearchNode node, T item)
    {
        switch (node)
        {
            case SearchNode.Term term:
                if (_fields.Find(term.Field) is not { } filter) return null;
                var holds = filter(item, term, _call.Shop);
                if (holds is null) Warn(SearchWarning.InvalidValue(term.Field, term.Value));
                return holds;
            case SearchNode.Not not:
                return !Matches(not.Node, item);
            case SearchNode.All all:
                foreach (var part in all.Nodes)
                    if (Matches(part, item) == false) return false;
                return true;
            case SearchNode.Any any:
                var effective = any.Nodes.Select(n => Matches(n, item)).OfType<bool>().ToArray();
                return effective.Length == 0 ? null : effective.Contains(true);
            default:
                return null;
        }
    }

    private void Warn(SearchWarning warning)
    {
        if (_warnings.Contains(warning)) return;
        if (_warnings.Count == 0) _call.Context.Searches.Add(new SearchReport(_call.Field.Key, _text, Query, _warnings));
        _warnings.Add(warning);
    }
}
