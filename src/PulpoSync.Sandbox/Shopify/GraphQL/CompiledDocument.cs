using System.Collections.Concurrent;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>A document, parsed, validated and planned. Either it has errors or it has operations.</summary>
internal sealed record CompiledDocument(IReadOnlyList<GraphQLError> Errors, IReadOnlyList<PlannedOperation> Operations)
{
    private const int MaxCached = 500;

    private static readonly ConcurrentDictionary<string, CompiledDocument> Cache = new(StringComparer.Ordinal);

    /// <summary>Compiles a document, or takes it from the cache: clients send the same few again and again.</summary>
    public static CompiledDocument Of(string source)
    {
        if (Cache.TryGetValue(source, out var known)) return known;
        if (Cache.Count >= MaxCached) Cache.Clear();
        return Cache[source] = Compile(source);
    }

    private static CompiledDocument Compile(string source)
    {
        GraphQLDocument document;
        try
        {
            document = Parser.Parse(source, new ParserOptions { Ignore = IgnoreOptions.Comments });
        }
        catch (GraphQLSyntaxErrorException e)
        {
            var at = new SourceLocation(e.Location.Line, e.Location.Column);
            return new CompiledDocument([new GraphQLError($"syntax error, {e.Description} at [{at.Line}, {at.Column}]")
            {
                Location = at,
                Extensions = new Dictionary<string, object?> { ["code"] = "PARSE_ERROR" },
            }], []);
        }
        var report = new ValidationReport(source);
        var validator = new DocumentValidator(Schema.Shared, document, report);
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToArray();
        foreach (var operation in operations) validator.Validate(operation);
        if (report.Errors.Count > 0) return new CompiledDocument(report.Errors, []);
        var planner = new OperationPlanner(Schema.Shared, FieldTable.Shared, document, report);
        return new CompiledDocument([], [.. operations.Select(planner.Plan)]);
    }
}
