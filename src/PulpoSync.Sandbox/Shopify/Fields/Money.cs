namespace PulpoSync.Sandbox.Shopify;

/// <summary>An amount.</summary>
internal sealed record Money(decimal Amount, string Currency);
