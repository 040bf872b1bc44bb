namespace PulpoSync.Sandbox.Shopify;

/// <summary>A granted scope.</summary>
internal sealed record GrantedScope(string Handle);
