namespace PulpoSync.Records;

/// <summary>A box of packed goods.</summary>
public sealed record Parcel
{
    /// <summary>What it holds; empty where nobody says.</summary>
    public IReadOnlyList<LineQuantity> Lines { get; init; } = [];
    /// <summary>Its tracking numbers; mostly one, none while there is no label.</summary>
    public IReadOnlyList<Tracking> Trackings { get; init; } = [];
}
