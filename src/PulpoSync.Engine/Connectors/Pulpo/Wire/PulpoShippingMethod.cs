namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A shipping method. <paramref name="FetchLabel"/> is PULPO's checkbox "Fetch shipping labels".</summary>
internal sealed record PulpoShippingMethod(long Id, string? Name, bool? FetchLabel);
