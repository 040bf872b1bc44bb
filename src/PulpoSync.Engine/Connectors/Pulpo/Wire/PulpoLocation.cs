namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A position in a warehouse.</summary>
internal sealed record PulpoLocation(long Id, long? WarehouseId);
