namespace PulpoSync.Sandbox.Pulpo;

/// <summary>A count; <c>closed</c> when it was audited and booked.</summary>
internal sealed record CountingTask : Entity
{
    public string? SequenceNumber { get; init; }
    public string Type { get; init; } = "product_location";
    public string State { get; init; } = "closed";
    public string? Description { get; init; }
    public string? Group { get; init; }
    public long? WarehouseId { get; init; }
    public long? ProductId { get; init; }
    public long? LocationId { get; init; }
    public long? OwnerId { get; init; }
    public long? CounterId { get; init; }
    public long? AuditorId { get; init; }
    public DateTime? AuditedAt { get; init; }
    public int CountIteration { get; init; } = 1;
    public IReadOnlyList<CountingItem> Items { get; init; } = [];
}
