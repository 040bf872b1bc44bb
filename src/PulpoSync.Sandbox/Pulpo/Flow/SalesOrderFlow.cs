namespace PulpoSync.Sandbox.Pulpo;

/// <summary>The moves of a sales order that are asked for from outside the warehouse: queue ↔ paused, and cancelling.</summary>
internal static class SalesOrderFlow
{
    public static Change<SalesOrder> Pause(PulpoWorld world, SalesOrder order) =>
        order.State == OrderState.Queue ? Move(world, order, OrderState.Paused) : Refuse("paused", order);

    public static Change<SalesOrder> Resume(PulpoWorld world, SalesOrder order) =>
        order.State == OrderState.Paused ? Move(world, order, OrderState.Queue) : Refuse("resumed", order);

    /// <summary>
    /// Cancels the order. Goods that a worker has in hand are brought back by a movement task (after picking: inferred);
    /// without a free packing location there is nowhere to put them.
    /// The number stays taken, unless the tenant renames cancelled orders.
    /// </summary>
    public static Change<SalesOrder> Cancel(PulpoWorld world, SalesOrder order)
    {
        if (!world.Options.CancellableStates.Contains(order.State)) return Refuse("cancelled", order);
        if (order.State == OrderState.Picking && !world.PackingLocationsFree) return new FieldError("packing_location", "is not available");
        Movements.BringBack(world, order);
        foreach (var packing in Packings.Find(world, order).Where(p => p.State is TaskState.Queue or TaskState.Taken or TaskState.Ended).ToList())
            world.PackingOrders.Update(packing with { State = TaskState.Cancelled });
        var number = world.Options.RenameOnCancellation ? $"{order.OrderNum}{world.Options.RenameSuffix}{order.Id}" : order.OrderNum;
        return Move(world, order with { OrderNum = number }, OrderState.Cancelled);
    }

    public static SalesOrder Move(PulpoWorld world, SalesOrder order, string state) => SalesOrderWriter.Store(world, order with { State = state });

    private static FieldError Refuse(string move, SalesOrder order) => new("state", $"can't be {move} in state {order.State}");
}
