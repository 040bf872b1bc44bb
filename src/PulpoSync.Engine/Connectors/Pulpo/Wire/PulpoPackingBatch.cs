namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Pieces of a lot, or a serial number, among packed goods. Whether the batch itself stands here is not documented.</summary>
internal sealed record PulpoPackingBatch(long? BatchId, decimal? Quantity, PulpoBatch? Batch);
