namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Pieces in a box. <paramref name="LineOrderId"/> is what the order's item was sent with.</summary>
internal sealed record PulpoBoxItem(long? ProductId, decimal? Quantity, string? LineOrderId);
