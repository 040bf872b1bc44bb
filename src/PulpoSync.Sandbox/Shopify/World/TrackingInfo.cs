namespace PulpoSync.Sandbox.Shopify;

/// <summary>A parcel's tracking.</summary>
public sealed record TrackingInfo(string? Company, string? Number, string? Url);
