namespace PulpoSync.Sandbox.Billbee;

/// <summary>A category of articles.</summary>
public sealed record BillbeeCategory
{
    /// <summary>Id.</summary>
    public long? Id { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }
}
