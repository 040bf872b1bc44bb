namespace PulpoSync.Sandbox.Shopify;

/// <summary>A key and value that a shop's theme or an app has added to an order.</summary>
public sealed record OrderDetail(string Key, string? Value);
