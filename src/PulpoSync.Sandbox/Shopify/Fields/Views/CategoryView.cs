namespace PulpoSync.Sandbox.Shopify;

/// <summary>A product's category.</summary>
internal sealed record CategoryView(string FullName);
