using System.Text.Json;
using GraphQLParser.AST;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>One field of an operation, ready to be executed: fragments are resolved and equal fields merged.</summary>
internal sealed class PlannedField
{
    /// <summary>The number of the field in its operation, for tables by field.</summary>
    public required int Index { get; init; }

    /// <summary>The name in the answer.</summary>
    public required string Key { get; init; }

    public required JsonEncodedText EncodedKey { get; init; }

    /// <summary>The schema's field; null for <c>__typename</c>.</summary>
    public required SchemaField? Definition { get; init; }

    public required Resolver Resolve { get; init; }

    public required IReadOnlyList<GraphQLArgument> Arguments { get; init; }

    /// <summary>Conditions of <c>@include</c> and <c>@skip</c>: the value, and what it must be.</summary>
    public required IReadOnlyList<(GraphQLValue Value, bool Wanted)> Conditions { get; init; }

    /// <summary>The key of <c>@idempotent</c>; null without the directive.</summary>
    public GraphQLValue? IdempotencyKey { get; init; }

    public required SourceLocation Location { get; init; }

    public required PlannedField? Parent { get; init; }

    /// <summary>The sub-fields by the concrete type's name; null for leaves.</summary>
    public IReadOnlyDictionary<string, PlannedField[]>? Selections { get; set; }

    /// <summary>The sub-fields, where only one concrete type is possible.</summary>
    public PlannedField[]? OnlySelection { get; set; }
}
