namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>How many pieces of a product are free; the contract calls the id a text.</summary>
internal sealed record PulpoAvailability(long ProductId, decimal? AvailableQuantity);
