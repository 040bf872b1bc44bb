namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Pieces of a product at one position.</summary>
internal sealed record PulpoStockRow(long? ProductId, long? LocationId, decimal? Quantity);
