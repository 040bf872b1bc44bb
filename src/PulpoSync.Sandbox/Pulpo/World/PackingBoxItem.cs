using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

internal sealed record PackingBoxItem
{
    public long Id { get; init; }
    public long PackingBoxId { get; init; }
    public long? ProductId { get; init; }
    public long Quantity { get; init; }
    public string? LineOrderId { get; init; }
    public JsonElement? Attributes { get; init; }
    public IReadOnlyList<PackingBoxItemBatch> Batches { get; init; } = [];
    public DateTime InsertedAt { get; init; }
    public DateTime UpdatedAt { get; init; }
}
