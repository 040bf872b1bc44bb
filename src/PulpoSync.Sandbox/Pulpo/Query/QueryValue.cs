namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A parameter's value: <c>gte:2025-07-01</c>, <c>to_list:1,2,3</c>, <c>4711</c>.</summary>
internal sealed record QueryValue(QueryOperator Operator, IReadOnlyList<string> Operands)
{
    private static readonly (string Prefix, QueryOperator Operator)[] Prefixes =
    [
        ("to_list:", QueryOperator.List),
        ("gte:", QueryOperator.GreaterOrEqual),
        ("gt:", QueryOperator.Greater),
        ("lte:", QueryOperator.LessOrEqual),
        ("lt:", QueryOperator.Less),
        ("between:", QueryOperator.Between),
        ("includes:", QueryOperator.Includes),
        ("includes_all:", QueryOperator.IncludesAll),
        ("includes_some:", QueryOperator.IncludesSome),
        ("includes_only:", QueryOperator.IncludesOnly),
        ("includes_none:", QueryOperator.IncludesNone),
    ];

    public static QueryValue Parse(string text)
    {
        foreach (var (prefix, op) in Prefixes)
        {
            if (!text.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var operand = text[prefix.Length..];
            return new QueryValue(op, TakesOne(op) ? [operand] : operand.Split(','));
        }
        return new QueryValue(QueryOperator.Equal, [text]);
    }

    private static bool TakesOne(QueryOperator op) =>
        op is QueryOperator.GreaterOrEqual or QueryOperator.Greater or QueryOperator.LessOrEqual or QueryOperator.Less;
}
