namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Picks the goods of sales orders.</summary>
internal static class Picking
{
    /// <summary>Makes the picking task.</summary>
    public static Change<SalesOrder> Start(PulpoWorld world, SalesOrder order) => SalesOrderFlow.Move(world, order, OrderState.Picking);

    /// <summary>A worker takes the picking task of an order in queue or picking.</summary>
    public static Change<SalesOrder> Take(PulpoWorld world, SalesOrder order) => order.State is OrderState.Queue or OrderState.Picking
        ? SalesOrderFlow.Move(world, order with { PickingTaken = true }, OrderState.Picking)
        : new FieldError("state", $"can't be picked in state {order.State}");

    /// <summary>Brings the goods to the packing position and makes a packing order for each fulfilment order.</summary>
    public static Change<SalesOrder> Finish(PulpoWorld world, SalesOrder order)
    {
        foreach (var part in Fulfillments.Find(world, order).ToList())
            Packings.Add(world, order, part.Id, packing => part.Items.Select(i => Packings.Item(world, packing, i, Picked(world, i))));
        return SalesOrderFlow.Move(world, order with { PickingTaken = false }, OrderState.Packing);
    }

    private static IEnumerable<BatchShare> Picked(PulpoWorld world, FulfillmentItem item) =>
        item.ProductId is { } id && world.Products.Find(id) is { } product && Batching.IsManaged(product)
            ? Batching.New(world, product, item.Quantity ?? 0)
            : [];
}
