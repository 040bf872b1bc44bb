namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A product in a warehouse.</summary>
internal readonly record struct StockKey(long ProductId, long WarehouseId);
