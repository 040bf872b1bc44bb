using System.Text.Json;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What a sales order and its fulfilment orders have in common.</summary>
internal abstract record OutgoingOrder : Entity
{
    public string? OrderNum { get; init; }
    public string? ExternalOrderNum { get; init; }
    public string State { get; init; } = OrderState.Queue;
    public string? Type { get; init; } = "sales_order";
    public long? WarehouseId { get; init; }
    public long? DestinationWarehouseId { get; init; }
    public long? ThirdPartyId { get; init; }
    public string? ClientId { get; init; }
    public string? ClientName { get; init; }
    public string? Criterium { get; init; }
    public string? Channel { get; init; }
    public DateTime? DeliveryDate { get; init; }
    public long? Priority { get; init; }
    public string? Notes { get; init; }
    public JsonElement? Attributes { get; init; }
    public bool IsCart { get; init; }
    public JsonElement? ShipTo { get; init; }
    public long? ShippingMethodId { get; init; }
    public string? ServicePointId { get; init; }
    public long? MerchantId { get; init; }
    public long? MerchantChannelId { get; init; }
    public string? AddressCheckStatus { get; init; }
    public bool MissingStockItemsCancelled { get; init; }
    public long? PackingLocationId { get; init; }
    public long? CreatorId { get; init; }
}
