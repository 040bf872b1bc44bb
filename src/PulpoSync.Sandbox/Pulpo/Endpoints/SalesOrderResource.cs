namespace PulpoSync.Sandbox.Pulpo;

/// <summary>How sales orders are listed and shown.</summary>
internal static class SalesOrderResource
{
    public static Resource<SalesOrder> Orders { get; } = new("sales_orders", w => w.SalesOrders,
        [
            .. OutgoingOrderFields.Of<SalesOrder>(),
            Fields.Text<SalesOrder>("order_num", o => o.OrderNum, (world, number) => world.OrdersByNumber.Find(number)),
            Fields.Texts<SalesOrder>("return_label", o => o.ReturnLabels),
            Fields.Ids<SalesOrder>("product_id", o => o.Items.Select(i => i.ProductId)),
            Fields.Number<SalesOrder>("order_items_count", o => o.Items.Count),
            Fields.Number<SalesOrder>("order_products_qty", o => o.Items.Sum(i => i.Quantity)),
        ])
    {
        Embed = Embed,
        Associations = new HashSet<string>
        {
            "items", "fulfillment_orders", "shipping_method", "third_party", "warehouse", "attachments", "return_labels",
        },
    };

    private static SalesOrder Embed(PulpoWorld world, SalesOrder order) => order with
    {
        Items = [.. order.Items.Select(i => i with { Product = i.ProductId is { } id ? world.Products.Find(id) : null })],
        FulfillmentOrders = [.. Fulfillments.Find(world, order)],
        ShippingMethod = order.ShippingMethodId is { } method ? world.ShippingMethods.Find(method) : null,
        ThirdParty = order.ThirdPartyId is { } party ? world.ThirdParties.Find(party) : null,
        Warehouse = order.WarehouseId is { } warehouse ? world.Warehouses.Find(warehouse) : null,
    };
}
