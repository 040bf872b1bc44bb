namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Packing orders, their boxes and the boxes' tracking, to read.</summary>
internal static class PackingEndpoints
{
    private static readonly Resource<PackingOrder> Packings = new("packing_orders", w => w.PackingOrders,
        Fields.Integer<PackingOrder>("sales_order_id", p => p.SalesOrderId, (world, id) => world.PackingsByOrder.Find(id)),
        Fields.Integer<PackingOrder>("warehouse_id", p => p.WarehouseId),
        Fields.Text<PackingOrder>("state", p => p.State),
        Fields.Integer<PackingOrder>("owner_id", p => p.OwnerId),
        Fields.Integer<PackingOrder>("merchant_id", p => p.MerchantId),
        Fields.Integer<PackingOrder>("merchant_channel_id", p => p.MerchantChannelId),
        Fields.Integer<PackingOrder>("origin_location_id", p => p.OriginLocationId),
        Fields.Integer<PackingOrder>("destination_location_id", p => p.DestinationLocationId),
        Fields.Time<PackingOrder>("start_date", p => p.StartDate),
        Fields.Time<PackingOrder>("end_date", p => p.EndDate))
    {
        Embed = Embed,
        Associations = new HashSet<string> { "items", "sales_order" },
    };

    private static readonly Resource<PackingBox> Boxes = new("packing_boxes", w => w.PackingBoxes,
        Fields.Integer<PackingBox>("box_number", b => b.BoxNumber),
        Fields.Text<PackingBox>("name", b => b.Name),
        Fields.Ids<PackingBox>("product_id", b => b.Items.Select(i => i.ProductId)))
    {
        DefaultLimit = 10,
    };

    private static readonly Resource<ShipmentTracking> Trackings = new("shipment_trackings", w => w.ShipmentTrackings,
        Fields.Flag<ShipmentTracking>("requires_attention", t => t.RequiresAttention));

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "packing/orders", Packings.List),
        new("GET", "packing/orders/{id}", Packings.Show),
        new("GET", "packing/orders/{id}/boxes", BoxesOfPacking),
        new("GET", "packing/orders/{id}/boxes/{id}", call => WithBox(call, box => Boxes.Show(call, box))),
        new("GET", "packing/orders/{id}/boxes/{id}/shipment_tracking",
            call => WithBox(call, box => Trackings.List(call, call.World.TrackingsByBox.Find(PulpoWorld.IdKey(box.Id))))),
    ];

    private static PackingOrder Embed(PulpoWorld world, PackingOrder packing)
    {
        var order = world.SalesOrders.Find(packing.SalesOrderId);
        return packing with
        {
            SalesOrder = order is null ? null : new SalesOrderReference(order.Id, order.OrderNum, order.ShipTo),
            Items = [.. packing.Items.Select(i => i with { Product = i.ProductId is { } id ? world.Products.Find(id) : null })],
        };
    }

    private static PulpoAnswer BoxesOfPacking(PulpoCall call) =>
        call.World.PackingOrders.Find(call.Id()) is { } packing
            ? Boxes.List(call, call.World.BoxesByPacking.Find(PulpoWorld.IdKey(packing.Id)))
            : call.MissingId();

    private static PulpoAnswer WithBox(PulpoCall call, Func<PackingBox, PulpoAnswer> answer) =>
        call.World.PackingBoxes.Find(call.Id(1)) is { } box && box.PackingOrderId == call.Id() ? answer(box) : call.MissingId();
}
