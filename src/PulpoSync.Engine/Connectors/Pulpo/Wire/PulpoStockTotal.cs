namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Pieces of a product in all positions of a warehouse but those for returns.</summary>
internal sealed record PulpoStockTotal(long ProductId, decimal? TotalQuantityExcludingReturned);
