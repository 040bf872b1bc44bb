namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Fulfilment orders.</summary>
internal static class FulfillmentEndpoints
{
    private static readonly Resource<FulfillmentOrder> Resource = new("fulfillment_orders", w => w.FulfillmentOrders,
        [
            .. OutgoingOrderFields.Of<FulfillmentOrder>(),
            Fields.Text<FulfillmentOrder>("order_num", f => f.OrderNum),
            Fields.Text<FulfillmentOrder>("sequence_number", f => f.SequenceNumber),
            Fields.Integer<FulfillmentOrder>("sales_order_id", f => f.SalesOrderId, (world, id) => world.FulfillmentsByOrder.Find(id)),
            Fields.Ids<FulfillmentOrder>("product_id", f => f.Items.Select(i => i.ProductId)),
        ])
    {
        Associations = new HashSet<string> { "items" },
    };

    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "sales/orders/fulfillments", Resource.List),
        new("GET", "sales/orders/{id}/fulfillments", OfOrder),
        new("GET", "sales/orders/{id}/fulfillments/{id}", OneOfOrder),
    ];

    private static PulpoAnswer OfOrder(PulpoCall call) =>
        call.World.SalesOrders.Find(call.Id()) is { } order ? Resource.List(call, Fulfillments.Find(call.World, order)) : call.MissingId();

    private static PulpoAnswer OneOfOrder(PulpoCall call) =>
        call.World.FulfillmentOrders.Find(call.Id(1)) is { } row && row.SalesOrderId == call.Id() ? Resource.Show(call, row) : call.MissingId();
}
