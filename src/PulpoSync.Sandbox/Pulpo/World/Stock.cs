using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Goods at a position. Loose and packed ones are rows of their own here, so that packed ones can be left out.</summary>
internal sealed record Stock : Entity
{
    public required long ProductId { get; init; }
    public required long LocationId { get; init; }
    public long? BatchId { get; init; }
    public long Quantity { get; init; }
    public long? StockStateId { get; init; }
    public IReadOnlyList<object> StockLoadingUnits { get; init; } = [];

    [JsonIgnore]
    public long WarehouseId { get; init; }

    [JsonIgnore]
    public PulpoPlace Place { get; init; }

    [JsonIgnore]
    public bool IsPacked { get; init; }
}
