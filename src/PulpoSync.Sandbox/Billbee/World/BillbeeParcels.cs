namespace PulpoSync.Sandbox.Billbee;

/// <summary>Puts parcels to orders.</summary>
internal static class BillbeeParcels
{
    /// <summary>Adds a parcel with what follows from its provider: carrier, name.</summary>
    public static BillbeeShipment Add(BillbeeWorld world, BillbeeOrder order, BillbeeShipment draft)
    {
        var provider = world.Providers.Find(p => p.Id == draft.ShippingProviderId);
        var product = provider?.Products.FirstOrDefault(p => p.Id == draft.ShippingProviderProductId);
        var shipment = draft with
        {
            BillbeeId = world.NextShipmentId(),
            Created = draft.Created ?? world.Now,
            Shipper = draft.Shipper ?? provider?.Name,
            ShippingCarrier = draft.ShippingCarrier ?? product?.Carrier,
        };
        world.Save(order with { ShippingIds = [.. order.ShippingIds, shipment] });
        return shipment;
    }
}
