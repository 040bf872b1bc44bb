using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A movement task; of type <c>sales_order_cancelled</c> when it brings back what was picked for a cancelled order.</summary>
internal sealed record ReplenishmentOrder : Entity
{
    public required string Type { get; init; }
    public string? SequenceNumber { get; init; }
    public string State { get; init; } = TaskState.Queue;
    public long? WarehouseId { get; init; }
    public long? OwnerId { get; init; }
    public DateTime? StartDate { get; init; }
    public DateTime? EndDate { get; init; }
    public IReadOnlyList<ReplenishmentItem> Items { get; init; } = [];

    [JsonIgnore]
    public long? SalesOrderId { get; init; }
}
