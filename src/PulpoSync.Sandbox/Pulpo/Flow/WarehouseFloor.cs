namespace PulpoSync.Sandbox.Pulpo;

/// <summary>The way of a sales order through the warehouse: queue → picking → packing → shipping → ended.</summary>
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
            var change = Way[place] switch
            {
                OrderState.Queue => Picking.Start(world, order),
                OrderState.Picking => Picking.Finish(world, order),
                OrderState.Packing => Packer.PackAll(world, order, pack),
                _ => Despatch.Ship(world, order),
            };
            if (change.Row is not { } moved) return change;
            order = moved;
        }
        return order;
    }
}
