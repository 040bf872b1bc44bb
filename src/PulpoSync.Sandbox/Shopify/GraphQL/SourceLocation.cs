namespace PulpoSync.Sandbox.Shopify;

/// <summary>A place in a GraphQL document, both counted from 1.</summary>
internal readonly record struct SourceLocation(int Line, int Column);
