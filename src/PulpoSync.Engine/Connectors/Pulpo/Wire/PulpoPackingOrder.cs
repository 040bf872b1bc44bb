using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>What of a packing order is read. It embeds the address of its sales order, which is left where it is.</summary>
internal sealed record PulpoPackingOrder(
    long Id, string? SequenceNumber, string? State, long? SalesOrderId, long? WarehouseId, string? EndDate, string? UpdatedAt,
    [property: JsonConverter(typeof(WholeList<PulpoPackingItem>))] IReadOnlyList<PulpoPackingItem>? Items);
