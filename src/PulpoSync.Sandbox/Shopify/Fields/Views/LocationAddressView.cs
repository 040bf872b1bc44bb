namespace PulpoSync.Sandbox.Shopify;

/// <summary>A location's own address.</summary>
internal sealed record LocationAddressView(Location Location);
