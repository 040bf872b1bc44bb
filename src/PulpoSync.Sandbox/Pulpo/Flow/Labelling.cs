namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Writes what a carrier answers to the wish for a label into trackings.</summary>
internal static class Labelling
{
    /// <summary>Whether another service makes the labels of the order's shipping method, so that nobody on the floor does.</summary>
    public static bool IsElsewhere(PulpoWorld world, SalesOrder order) =>
        order.ShippingMethodId is { } method && world.ShippingMethods.Find(method) is { LabelsElsewhere: true };

    public static void Add(PulpoWorld world, long boxId, PackLabel label) =>
        world.ShipmentTrackings.Add(Of(label, new ShipmentTracking { PackingBoxId = boxId }));

    /// <summary>Gives a box that is packed already a tracking, or its tracking another content.</summary>
    public static Change<PackingBox> Change(PulpoWorld world, long boxId, PackLabel label)
    {
        if (world.PackingBoxes.Find(boxId) is not { } box) return new FieldError("packing_box_id", FieldError.Missing);
        if (world.TrackingsByBox.Find(PulpoWorld.IdKey(boxId)).FirstOrDefault() is { } before) world.ShipmentTrackings.Update(Of(label, before));
        else Add(world, boxId, label);
        Touch(world, box);
        return box;
    }

    /// <summary>A tracking came or changed later; whether that is a change of the packing order is the tenant's option.</summary>
    public static void Touch(PulpoWorld world, PackingBox box)
    {
        if (world.Options.TrackingTouchesPackingOrder) world.PackingOrders.Update(world.PackingOrders.Find(box.PackingOrderId)!);
    }

    private static ShipmentTracking Of(PackLabel label, ShipmentTracking before)
    {
        // A label that failed leaves a tracking with nothing but its error.
        if (label.Error is { } error)
        {
            return new ShipmentTracking
            {
                Id = before.Id, PackingBoxId = before.PackingBoxId, InsertedAt = before.InsertedAt, ErrorMessage = error, RequiresAttention = true,
            };
        }
        var code = label.Code ?? $"00340434{before.PackingBoxId:D12}";
        return before with
        {
            CarrierCode = label.Carrier,
            TrackingCode = code,
            TrackingUrl = label.Url?.OriginalString ?? $"https://track.example/{Uri.EscapeDataString(code)}",
            Status = label.Status,
            ErrorMessage = null,
            RequiresAttention = false,
            Printed = true,
        };
    }
}
