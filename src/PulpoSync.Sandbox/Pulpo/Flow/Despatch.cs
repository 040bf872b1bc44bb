namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Brings packed boxes to the shipping position and hands them to the carrier.</summary>
internal static class Despatch
{
    /// <summary>Brings the boxes of a packed packing order to the shipping position.</summary>
    public static PackingOrder Close(PulpoWorld world, PackingOrder packing)
    {
        var place = world.Place(packing.WarehouseId, PulpoPlace.Shipping).Id;
        var shipping = world.ShippingOrders.Add(new ShippingOrder
        {
            SalesOrderId = packing.SalesOrderId,
            FulfillmentOrderId = packing.FulfillmentOrderId,
            PackingOrderId = packing.Id,
            WarehouseId = packing.WarehouseId,
            ShippingLocationId = place,
        });
        var boxes = world.BoxesByPacking.Find(PulpoWorld.IdKey(packing.Id));
        world.ShippingOrders.Update(shipping with
        {
            SequenceNumber = $"SH-{shipping.Id}",
            Items = [.. boxes.Select(b => new ShippingItem(world.NextItemId(), shipping.Id, b.Id))],
        });
        OrderGoods.Close(world, packing);
        return world.PackingOrders.Update(packing with { State = TaskState.Closed, DestinationLocationId = place });
    }

    /// <summary>Moves an order whose last box is at the shipping position on to shipping.</summary>
    public static SalesOrder Settle(PulpoWorld world, SalesOrder order) =>
        order.State == OrderState.Packing && Packings.Find(world, order).All(p => p.State is TaskState.Closed or TaskState.Cancelled)
            ? SalesOrderFlow.Move(world, order, OrderState.Shipping)
            : order;

    /// <summary>Hands what is at the shipping position to the carrier; the order ends when nothing else is to come.</summary>
    public static Change<SalesOrder> Ship(PulpoWorld world, SalesOrder order)
    {
        var waiting = FindWaiting(world, order);
        if (waiting.Count == 0 && order.State != OrderState.Shipping) return new FieldError("state", $"can't be shipped in state {order.State}");
        foreach (var shipping in waiting)
        {
            OrderGoods.Ship(world, world.PackingOrders.Find(shipping.PackingOrderId)!);
            world.ShippingOrders.Update(shipping with { State = TaskState.Ended, OwnerId = world.Users[0].Id });
        }
        return SalesOrderFlow.Move(world, order, order.State == OrderState.Shipping ? OrderState.Ended : order.State);
    }

    /// <summary>Boxes of the order that are at the shipping position.</summary>
    public static IReadOnlyList<ShippingOrder> FindWaiting(PulpoWorld world, SalesOrder order) =>
        [.. world.ShippingsByOrder.Find(PulpoWorld.IdKey(order.Id)).Where(s => s.State == TaskState.Queue)];

    public static bool IsShipped(PulpoWorld world, PackingOrder packing) =>
        world.ShippingsByOrder.Find(PulpoWorld.IdKey(packing.SalesOrderId)).Any(s => s.PackingOrderId == packing.Id && s.State == TaskState.Ended);
}
