namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Pieces that were booked on a return.</summary>
internal sealed record PulpoReturnItem(
    long? ProductId, decimal? Quantity, string? State, string? LineOrderId, string? Notes, IReadOnlyList<PulpoReasonCode>? ReasonCodes, string? UpdatedAt);
