using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What changed the stock of a product at a position.</summary>
internal sealed record StockRecord : Entity
{
    public required string Type { get; init; }
    public required long ProductId { get; init; }
    public required long LocationId { get; init; }
    public required long WarehouseId { get; init; }
    public long? BatchId { get; init; }
    public long PreviousQuantity { get; init; }
    public long Quantity { get; init; }
    public string? SequenceNumber { get; init; }
    public long? TaskId { get; init; }
    public long? StockStateId { get; init; }
    public long? LocationControlId { get; init; }
    public long? MerchantId { get; init; }
    public int TenantId { get; init; }
    public long? UserId { get; init; }
    public DateTime OperatedAt { get; init; }

    [JsonIgnore]
    public string? ProductSku { get; init; }

    [JsonIgnore]
    public string? LocationCode { get; init; }
}
