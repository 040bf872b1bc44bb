namespace PulpoSync.Records;

/// <summary>Goods of an order that have left.</summary>
public sealed record Shipment
{
    /// <summary>The system's own key.</summary>
    public required string Key { get; init; }
    /// <summary>The location that shipped, where it is known.</summary>
    public string? LocationKey { get; init; }
    /// <summary>What was shipped.</summary>
    public IReadOnlyList<LineQuantity> Lines { get; init; } = [];
    /// <summary>Tracking numbers.</summary>
    public IReadOnlyList<string> TrackingNumbers { get; init; } = [];
    /// <summary>False where the shipment was cancelled afterwards.</summary>
    public bool Active { get; init; } = true;
}
