namespace PulpoSync.Sandbox.Shopify;

/// <summary>The location of a fulfilment order.</summary>
internal sealed record AssignedLocationView(Location Location);
