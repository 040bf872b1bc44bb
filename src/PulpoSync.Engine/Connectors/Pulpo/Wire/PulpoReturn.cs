using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>An incoming good of the kind return.</summary>
internal sealed record PulpoReturn(
    long Id, string? SequenceNumber, string? DocumentType, long? SalesOrderId, string? EndDate, string? Notes, string? InsertedAt, string? UpdatedAt,
    [property: JsonConverter(typeof(WholeList<PulpoReturnItem>))] IReadOnlyList<PulpoReturnItem>? Items);
