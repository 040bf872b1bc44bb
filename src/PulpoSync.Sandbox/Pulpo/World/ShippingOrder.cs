using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Boxes at a shipping position; <c>ended</c> when the carrier has them.</summary>
internal sealed record ShippingOrder : Entity
{
    public string? SequenceNumber { get; init; }
    public string State { get; init; } = TaskState.Queue;
    public long SalesOrderId { get; init; }
    public long FulfillmentOrderId { get; init; }
    public long? WarehouseId { get; init; }
    public long? OwnerId { get; init; }
    public long? ShippingLocationId { get; init; }
    public IReadOnlyList<ShippingItem> Items { get; init; } = [];

    [JsonIgnore]
    public long PackingOrderId { get; init; }
}
