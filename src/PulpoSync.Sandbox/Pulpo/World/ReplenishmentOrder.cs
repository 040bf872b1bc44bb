namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A movement task; of type <c>sales_order_cancelled</c> when it brings back what was picked for a cancelled order.</summary>
internal sealed record ReplenishmentOrder : Entity
{
    public required string Type { get; init; }
    public string State { get; init; } = "queue";
    public long? WarehouseId { get; init; }
    public long? SalesOrderId { get; init; }
}
