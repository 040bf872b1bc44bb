namespace PulpoSync.Sandbox.Pulpo;

internal sealed record Location : Entity
{
    public required string Code { get; init; }
    public required long WarehouseId { get; init; }
    public required long ZoneId { get; init; }
    public required long LocationTypeId { get; init; }
    public long? StockStateId { get; init; }
    public bool Active { get; init; } = true;
}
