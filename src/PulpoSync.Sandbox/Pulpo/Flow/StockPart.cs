namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Goods that were taken from a position, of one batch or of none.</summary>
internal readonly record struct StockPart(long? BatchId, long Quantity);
