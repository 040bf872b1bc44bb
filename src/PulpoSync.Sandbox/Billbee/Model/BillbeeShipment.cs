namespace PulpoSync.Sandbox.Billbee;

/// <summary>A parcel of an order.</summary>
public sealed record BillbeeShipment
{
    /// <summary>The billbee internal id of the shipment.</summary>
    public long? BillbeeId { get; init; }

    /// <summary>The creation date.</summary>
    public DateTime? Created { get; init; }

    /// <summary>Shipment Type, 0 if Shipment, 1 if Retoure.</summary>
    public int? ShipmentType { get; init; }

    /// <summary>The name of the shipping provider.</summary>
    public string? Shipper { get; init; }

    /// <summary>The carrier used to ship the parcel with.</summary>
    public int? ShippingCarrier { get; init; }

    /// <summary>The id of this shipment.</summary>
    public string? ShippingId { get; init; }

    /// <summary>The id of the used shipping provider.</summary>
    public long? ShippingProviderId { get; init; }

    /// <summary>The id of the used shipping provider product.</summary>
    public long? ShippingProviderProductId { get; init; }

    /// <summary>The url to track this shipment.</summary>
    public string? TrackingUrl { get; init; }
}
