namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>One line of a sales order.</summary>
internal sealed record PulpoOrderItem(string? LineOrderId, decimal? Quantity)
{
    /// <summary>Article.</summary>
    public long? ProductId { get; init; }
}
