using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>States: queue, taken, ended, closed, locked, cancelled, draft.</summary>
internal sealed record PackingOrder : Entity
{
    public string? SequenceNumber { get; init; }
    public string State { get; init; } = TaskState.Queue;
    public string? Type { get; init; }
    public long SalesOrderId { get; init; }
    public string? SalesOrderRef { get; init; }
    public long FulfillmentOrderId { get; init; }
    public long? WarehouseId { get; init; }
    public long? OwnerId { get; init; }
    public long? OriginLocationId { get; init; }
    public long? DestinationLocationId { get; init; }
    public DateTime? StartDate { get; init; }
    public DateTime? EndDate { get; init; }
    public IReadOnlyList<PackingItem> Items { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SalesOrderReference? SalesOrder { get; init; }

    [JsonIgnore]
    public long? MerchantId { get; init; }

    [JsonIgnore]
    public long? MerchantChannelId { get; init; }
}
