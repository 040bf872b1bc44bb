namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>One line of a sales order.</summary>
internal sealed record PulpoOrderItem(string? LineOrderId, decimal? Quantity)
{
    public long? ProductId { get; init; }
    public PulpoProduct? Product { get; init; }
}
