namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>What of a product may still be promised in a warehouse, and what of it is being received.</summary>
internal sealed record PulpoAvailability(long ProductId, decimal? AvailableQuantity, decimal? ReceptionQuantity);
