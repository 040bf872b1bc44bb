using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What was counted, and what PULPO thought there was.</summary>
internal sealed record CountingItem
{
    public long Id { get; init; }
    public long CountingTaskId { get; init; }
    public long ProductId { get; init; }
    public long LocationId { get; init; }
    public long? BatchId { get; init; }
    public long Quantity { get; init; }
    public long CurrentStockQuantity { get; init; }
    public bool IsValid { get; init; } = true;
    public long? CounterId { get; init; }
    public int CountIteration { get; init; } = 1;
    public DateTime InsertedAt { get; init; }
    public DateTime UpdatedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Product? Product { get; init; }
}
