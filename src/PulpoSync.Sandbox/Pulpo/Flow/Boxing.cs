namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Puts the items of a packing order into boxes and labels them.</summary>
internal static class Boxing
{
    public static void Fill(PulpoWorld world, SalesOrder order, PackingOrder packing, PackOptions pack)
    {
        var boxes = Math.Clamp(pack.Boxes, 1, order.Items.Count);
        for (var number = 1; number <= boxes; number++)
        {
            var box = world.PackingBoxes.Add(new PackingBox
            {
                PackingOrderId = packing.Id,
                BoxNumber = number,
                Name = "S",
                Weight = 0.9m,
                Length = 30,
                Width = 20,
                Height = 15,
                Items = [.. order.Items.Where((_, i) => i % boxes == number - 1).Select(i => ItemOf(world, i))],
            });
            Label(world, box, pack);
        }
    }

    private static PackingBoxItem ItemOf(PulpoWorld world, SalesItem item) =>
        new() { Id = world.NextItemId(), ProductId = item.ProductId, Quantity = item.Quantity ?? 0, LineOrderId = item.LineOrderId };

    // A label that failed leaves a tracking with nothing but its error.
    private static void Label(PulpoWorld world, PackingBox box, PackOptions pack)
    {
        if (pack.Carrier is null) return;
        if (pack.LabelError is { } error)
        {
            world.ShipmentTrackings.Add(new ShipmentTracking { PackingBoxId = box.Id, ErrorMessage = error, RequiresAttention = true });
            return;
        }
        var code = $"00340434{box.Id:D12}";
        world.ShipmentTrackings.Add(new ShipmentTracking
        {
            PackingBoxId = box.Id,
            CarrierCode = pack.Carrier,
            TrackingCode = code,
            TrackingUrl = $"https://track.example/{code}",
            Printed = true,
        });
    }
}
