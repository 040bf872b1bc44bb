namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Packing orders, to read, and the shipping orders that follow.</summary>
internal static class PackingEndpoints
{
    private static readonly Resource<ShippingOrder> Shippings = new("shipping_orders", w => w.ShippingOrders,
        Fields.Text<ShippingOrder>("sequence_number", s => s.SequenceNumber),
        Fields.Integer<ShippingOrder>("warehouse_id", s => s.WarehouseId),
        Fields.Integer<ShippingOrder>("sales_order_id", s => s.SalesOrderId, (world, id) => world.ShippingsByOrder.Find(id)),
        Fields.Integer<ShippingOrder>("shipping_location_id", s => s.ShippingLocationId));

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "packing/orders", call => Packings(call.World).List(call)),
        new("GET", "packing/orders/{id}", call => Packings(call.World).Show(call)),
        new("GET", "shipping/orders", Shippings.List),
        new("GET", "shipping/orders/{id}", Shippings.Show),
    ];

    private static Resource<PackingOrder> Packings(PulpoWorld world) => new("packing_orders", w => w.PackingOrders,
        Fields.Integer<PackingOrder>("sales_order_id", p => p.SalesOrderId, (w, id) => w.PackingsByOrder.Find(id)),
        Fields.Integer<PackingOrder>("warehouse_id", p => p.WarehouseId),
        Fields.Text<PackingOrder>("state", p => p.State),
        Fields.Integer<PackingOrder>("owner_id", p => p.OwnerId),
        Fields.Integer<PackingOrder>("merchant_id", p => p.MerchantId),
        Fields.Integer<PackingOrder>("merchant_channel_id", p => p.MerchantChannelId),
        Fields.Integer<PackingOrder>("origin_location_id", p => p.OriginLocationId),
        Fields.Text<PackingOrder>("origin_location_code", p => p.OriginLocationId is { } id ? world.Locations.Find(id)?.Code : null),
        Fields.Integer<PackingOrder>("destination_location_id", p => p.DestinationLocationId),
        Fields.Time<PackingOrder>("start_date", p => p.StartDate),
        Fields.Time<PackingOrder>("end_date", p => p.EndDate))
    {
        Embed = Embed,
        Associations = new HashSet<string> { "items", "sales_order" },
    };

    private static PackingOrder Embed(PulpoWorld world, PackingOrder packing)
    {
        var order = world.SalesOrders.Find(packing.SalesOrderId);
        return packing with
        {
            SalesOrder = order is null ? null : new SalesOrderReference(order.Id, order.OrderNum, order.ShipTo),
            Items = [.. packing.Items.Select(i => Embed(world, i))],
        };
    }

    private static PackingItem Embed(PulpoWorld world, PackingItem item) => item with
    {
        Product = Pulpo.Packings.ProductOf(world, item),
        Batches = world.Options.EmbedBatches ? [.. item.Batches.Select(b => b with { Batch = world.Batches.Find(b.BatchId) })] : item.Batches,
    };
}
