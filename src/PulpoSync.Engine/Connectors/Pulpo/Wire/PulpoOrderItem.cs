namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>One line of a sales order.</summary>
internal sealed record PulpoOrderItem(string? LineOrderId, decimal? Quantity)
{
    /// <summary>Article.</summary>
    public long? ProductId { get; init; }
    /// <summary>The article itself, where it is shown.</summary>
    public PulpoProduct? Product { get; init; }
}
