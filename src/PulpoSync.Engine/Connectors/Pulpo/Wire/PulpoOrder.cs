using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>What of a sales order is read: no personal data.</summary>
internal sealed record PulpoOrder(
    long Id, string? OrderNum, string? ExternalOrderNum, string? State, long? WarehouseId, JsonElement? Attributes,
    [property: JsonConverter(typeof(WholeList<PulpoOrderItem>))] IReadOnlyList<PulpoOrderItem>? Items)
{
    public string? UpdatedAt { get; init; }
    public long? ThirdPartyId { get; init; }
    public long? ShippingMethodId { get; init; }
}
