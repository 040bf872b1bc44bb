using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

internal sealed record PackingItemBatch
{
    public long Id { get; init; }
    public long PackingItemId { get; init; }
    public long BatchId { get; init; }
    public long Quantity { get; init; }
    public long? CartBoxId { get; init; }
    public DateTime InsertedAt { get; init; }
    public DateTime UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Batch? Batch { get; init; }
}
