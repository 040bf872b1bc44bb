namespace PulpoSync.Sandbox.Shopify;

/// <summary>A number of things, exact or at least.</summary>
internal sealed record Counted(int Count, bool IsExact);
