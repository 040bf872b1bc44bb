using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A correction of one product at one position; negative takes off.</summary>
internal sealed record StockCorrectionItem
{
    public long Id { get; init; }
    public long StockCorrectionId { get; init; }
    public long ProductId { get; init; }
    public long LocationId { get; init; }
    public long? LoadingUnitLocationId { get; init; }
    public long Quantity { get; init; }
    public DateTime InsertedAt { get; init; }
    public DateTime UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Product? Product { get; init; }
}
