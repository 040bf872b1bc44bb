using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Goods to pack; the emulation keeps one for each line of the order, so that boxes can name the lines.</summary>
internal sealed record PackingItem
{
    public long Id { get; init; }
    public long PackingOrderId { get; init; }
    public long? ProductId { get; init; }
    public long RequestedQuantity { get; init; }
    public long PackedQuantity { get; init; }
    public IReadOnlyList<PackingItemBatch> Batches { get; init; } = [];
    public DateTime InsertedAt { get; init; }
    public DateTime UpdatedAt { get; init; }

    [JsonIgnore]
    public long SalesItemId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Product? Product { get; init; }
}
