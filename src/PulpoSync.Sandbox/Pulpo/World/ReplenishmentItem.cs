using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Goods to move from one position to another.</summary>
internal sealed record ReplenishmentItem
{
    public long Id { get; init; }
    public long ReplenishmentOrderId { get; init; }
    public long ProductId { get; init; }
    public long OriginLocationId { get; init; }
    public long DestinationLocationId { get; init; }
    public long? LoadingUnitLocationId { get; init; }
    public long RequestedQuantity { get; init; }
    public long ConfirmedQuantity { get; init; }
    public DateTime InsertedAt { get; init; }
    public DateTime UpdatedAt { get; init; }

    /// <summary>The batches of the goods, to move these before others.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> BatchIds { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Product? Product { get; init; }
}
