using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Pieces that were booked on a return.</summary>
internal sealed record PulpoReturnItem(
    long? ProductId, decimal? Quantity, string? State, string? LineOrderId, string? Notes,
    [property: JsonConverter(typeof(WholeList<PulpoReasonCode>))] IReadOnlyList<PulpoReasonCode>? ReasonCodes, string? UpdatedAt);
