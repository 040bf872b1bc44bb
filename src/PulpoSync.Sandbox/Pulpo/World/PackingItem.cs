using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

internal sealed record PackingItem
{
    public long Id { get; init; }
    public long PackingOrderId { get; init; }
    public long? ProductId { get; init; }
    public long RequestedQuantity { get; init; }
    public long PackedQuantity { get; init; }
    public IReadOnlyList<object> Batches { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Product? Product { get; init; }
}
