using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>A shipment that the shop knows of.</summary>
internal sealed record ToldShipment(string Id, bool IsActive, IReadOnlyList<LineQuantity> Lines)
{
    /// <summary>Its tracking.</summary>
    public required ShipmentTracking Tracking { get; set; }
}
