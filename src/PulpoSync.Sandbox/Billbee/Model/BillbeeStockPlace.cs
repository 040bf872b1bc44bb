namespace PulpoSync.Sandbox.Billbee;

/// <summary>A stock location.</summary>
public sealed record BillbeeStockPlace
{
    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>Id.</summary>
    public long? Id { get; init; }

    /// <summary>Is default.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }
}
