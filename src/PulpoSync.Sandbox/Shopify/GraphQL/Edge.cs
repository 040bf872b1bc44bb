namespace PulpoSync.Sandbox.Shopify;

/// <summary>A node and its place in the list.</summary>
internal sealed record Edge(object Node, Cursor Cursor);
