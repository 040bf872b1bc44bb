namespace PulpoSync.Sandbox.Shopify;

/// <summary>A part of a search query.</summary>
internal abstract record SearchNode
{
    /// <summary>All of them. An empty one matches everything.</summary>
    public sealed record All(IReadOnlyList<SearchNode> Nodes) : SearchNode;

    /// <summary>Any of them.</summary>
    public sealed record Any(IReadOnlyList<SearchNode> Nodes) : SearchNode;

    /// <summary>Not this.</summary>
    public sealed record Not(SearchNode Node) : SearchNode;

    /// <summary>A field compared with a value. Without a field name the field is <c>default</c>.</summary>
    public sealed record Term(string Field, Comparison Comparison, string Value, bool IsPhrase) : SearchNode;

    /// <summary>The terms that must hold whatever else does.</summary>
    public IEnumerable<Term> Required => this switch
    {
        Term term => [term],
        All all => all.Nodes.SelectMany(n => n.Required),
        _ => [],
    };

    /// <summary>All terms, wherever they stand.</summary>
    public IEnumerable<Term> Terms => this switch
    {
        Term term => [term],
        All all => all.Nodes.SelectMany(n => n.Terms),
        Any any => any.Nodes.SelectMany(n => n.Terms),
        Not not => not.Node.Terms,
        _ => [],
    };

    /// <summary>The form of <c>extensions.search[].parsed</c>.</summary>
    public object Describe() => this switch
    {
        All { Nodes.Count: 1 } all => all.Nodes[0].Describe(),
        All all => new Dictionary<string, object> { ["and"] = all.Nodes.Select(n => n.Describe()) },
        Any any => new Dictionary<string, object> { ["or"] = any.Nodes.Select(n => n.Describe()) },
        Not not => new Dictionary<string, object> { ["not"] = not.Node.Describe() },
        Term term => new Dictionary<string, object> { ["field"] = term.Field, [Operator(term)] = term.Value },
        _ => throw new NotSupportedException(),
    };

    private static string Operator(Term term) => term.Comparison switch
    {
        Comparison.AtLeast => "range_gte",
        Comparison.AtMost => "range_lte",
        Comparison.Above => "range_gt",
        Comparison.Below => "range_lt",
        _ => term.IsPhrase ? "match_phrase" : "match_all",
    };
}
