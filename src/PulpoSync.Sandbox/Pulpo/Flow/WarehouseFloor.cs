namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What the people in the warehouse do with a sales order: queue → picking → packing → shipping → ended.</summary>
internal static class WarehouseFloor
{
    private static readonly string[] Way = [OrderState.Queue, OrderState.Picking, OrderState.Packing, OrderState.Shipping, OrderState.Ended];

    /// <summary>Moves the order on, step by step, until it is in the state asked for.</summary>
    public static Change<SalesOrder> Advance(PulpoWorld world, SalesOrder order, string to, PackOptions pack)
    {
        var goal = Array.IndexOf(Way, to);
        var place = Array.IndexOf(Way, order.State);
        if (goal < 0 || place < 0 || place > goal) return new FieldError("state", $"can't go from {order.State} to {to}");
        for (; place < goal; place++)
        {
            order = Way[place] switch
            {
                OrderState.Queue => SalesOrderFlow.Move(world, order, OrderState.Picking),
                OrderState.Picking => FinishPicking(world, order),
                OrderState.Packing => FinishPacking(world, order, pack),
                _ => SalesOrderFlow.Move(world, order, OrderState.Ended),
            };
        }
        return order;
    }

    /// <summary>A worker takes the picking task of an order in queue or picking.</summary>
    public static Change<SalesOrder> TakePicking(PulpoWorld world, SalesOrder order) => order.State is OrderState.Queue or OrderState.Picking
        ? SalesOrderFlow.Move(world, order with { PickingTaken = true }, OrderState.Picking)
        : new FieldError("state", $"can't be picked in state {order.State}");

    private static SalesOrder FinishPicking(PulpoWorld world, SalesOrder order)
    {
        foreach (var part in Fulfillments.Find(world, order).ToList())
        {
            var packing = world.PackingOrders.Add(new PackingOrder
            {
                SalesOrderId = order.Id,
                SalesOrderRef = order.OrderNum,
                FulfillmentOrderId = part.Id,
                WarehouseId = order.WarehouseId,
                OriginLocationId = LocationOf(world, order, "PACK"),
                MerchantId = order.MerchantId,
                MerchantChannelId = order.MerchantChannelId,
            });
            world.PackingOrders.Update(packing with
            {
                SequenceNumber = $"PA-{packing.Id}",
                Items = [.. part.Items.Select(i => ItemOf(world, packing, i))],
            });
        }
        return SalesOrderFlow.Move(world, order with { PickingTaken = false }, OrderState.Packing);
    }

    private static PackingItem ItemOf(PulpoWorld world, PackingOrder packing, FulfillmentItem item) =>
        new() { Id = world.NextItemId(), PackingOrderId = packing.Id, ProductId = item.ProductId, RequestedQuantity = item.Quantity ?? 0 };

    private static SalesOrder FinishPacking(PulpoWorld world, SalesOrder order, PackOptions pack)
    {
        foreach (var packing in world.PackingsByOrder.Find(PulpoWorld.IdKey(order.Id)).Where(p => p.State is "queue" or "taken").ToList())
        {
            Boxing.Fill(world, order, packing, pack);
            world.PackingOrders.Update(packing with
            {
                State = "closed",
                OwnerId = world.Users[0].Id,
                StartDate = packing.InsertedAt,
                EndDate = world.Now,
                DestinationLocationId = LocationOf(world, order, "SHIP"),
                Items = [.. packing.Items.Select(i => i with { PackedQuantity = i.RequestedQuantity })],
            });
        }
        var items = order.Items.Select(i => i with { FulfilledQuantity = i.Quantity ?? 0 });
        return SalesOrderFlow.Move(world, order with { Items = [.. items] }, OrderState.Shipping);
    }

    private static long? LocationOf(PulpoWorld world, SalesOrder order, string code) =>
        world.Locations.Rows.FirstOrDefault(l => l.WarehouseId == order.WarehouseId && l.Code.StartsWith(code, StringComparison.Ordinal))?.Id;
}
