namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>What of a product may still be promised in a warehouse.</summary>
internal sealed record PulpoAvailability(long ProductId, decimal? AvailableQuantity);
