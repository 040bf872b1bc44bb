namespace PulpoSync.Sandbox.Shopify;

/// <summary>What a connection gives: some nodes, each with its cursor, and whether there are more.</summary>
internal sealed record Page(IReadOnlyList<Edge> Edges, bool HasNext, bool HasPrevious);
