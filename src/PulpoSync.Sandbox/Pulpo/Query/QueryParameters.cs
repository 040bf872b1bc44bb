using System.Globalization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A query string: what was asked of each field, and how.</summary>
internal sealed class QueryParameters
{
    private readonly Dictionary<string, QueryValue> _values = new(StringComparer.Ordinal);

    /// <summary>The fields asked for. A parameter without a value counts as not given (inferred).</summary>
    public IReadOnlyDictionary<string, QueryValue> Values => _values;

    public static QueryParameters Of(IQueryCollection query)
    {
        var parameters = new QueryParameters();
        foreach (var (name, values) in query)
        {
            var isList = name.EndsWith("[]", StringComparison.Ordinal);
            var texts = values.OfType<string>().Where(v => v.Length > 0).ToArray();
            if (texts.Length == 0) continue;
            parameters._values[isList ? name[..^2] : name] = isList ? new QueryValue(QueryOperator.List, texts) : QueryValue.Parse(texts[^1]);
        }
        return parameters;
    }

    /// <summary>The texts given for a parameter that is no filter, such as <c>sort_by</c>.</summary>
    public IReadOnlyList<string> Texts(string name) => _values.TryGetValue(name, out var value) ? value.Operands : [];

    /// <summary>A number that is not negative, or null.</summary>
    public int? Count(string name) =>
        Texts(name) is [var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
