using GraphQLParser.AST;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Collects what is wrong with a document, in the words of Shopify's server.</summary>
internal sealed class ValidationReport(string source)
{
    private readonly List<GraphQLError> _errors = [];

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Adds an error. The extensions are given as name, value, name, value.</summary>
    public void Add(ASTNode node, IEnumerable<object> path, string code, string message, params object?[] extensions)
    {
        var all = new Dictionary<string, object?> { ["code"] = code };
        for (var i = 0; i < extensions.Length; i += 2) all[(string)extensions[i]!] = extensions[i + 1];
        _errors.Add(new GraphQLError(message) { Location = At(node), Path = [.. path], Extensions = all });
    }

    public SourceLocation At(ASTNode node)
    {
        var before = source.AsSpan(0, Math.Min(node.Location.Start, source.Length));
        return new SourceLocation(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
