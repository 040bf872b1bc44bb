namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Movement tasks: goods go from one position to another.</summary>
internal static class Movements
{
    /// <summary>Makes the task; the goods stay where they are until it is finished.</summary>
    public static ReplenishmentOrder Add(PulpoWorld world, string type, long? warehouseId, IEnumerable<ReplenishmentItem> items, long? salesOrderId = null)
    {
        var task = world.ReplenishmentOrders.Add(new ReplenishmentOrder { Type = type, WarehouseId = warehouseId, SalesOrderId = salesOrderId });
        return world.ReplenishmentOrders.Update(task with
        {
            SequenceNumber = $"RE-{task.Id}",
            Items =
            [
                .. items.Select(i => i with
                {
                    Id = world.NextItemId(), ReplenishmentOrderId = task.Id, InsertedAt = world.Now, UpdatedAt = world.Now,
                }),
            ],
        });
    }

    /// <summary>Makes the task for one product.</summary>
    public static Change<ReplenishmentOrder> Add(PulpoWorld world, StockKey key, long quantity, PulpoPlace from, PulpoPlace to)
    {
        if (quantity <= 0 || StockBook.At(world, key, from) < quantity) return new FieldError("requested_quantity", "is not what there is to move");
        var type = (from, to) switch
        {
            (PulpoPlace.Return, PulpoPlace.Storage) => "return",
            (PulpoPlace.Reception, PulpoPlace.Storage) => "incoming_goods",
            _ => "manual",
        };
        var item = new ReplenishmentItem
        {
            ProductId = key.ProductId,
            OriginLocationId = world.Place(key.WarehouseId, from).Id,
            DestinationLocationId = world.Place(key.WarehouseId, to).Id,
            RequestedQuantity = quantity,
        };
        return Add(world, type, key.WarehouseId, [item]);
    }

    /// <summary>
    /// Makes the task that brings back what a cancelled order has out of storage and in the house. A worker who has taken the picking task
    /// picks to the end first, as PULPO has it.
    /// </summary>
    public static void BringBack(PulpoWorld world, SalesOrder order)
    {
        var goods = order is { State: OrderState.Picking, PickingTaken: true }
            ? order.Quantities.Select(q => Picked(world, q.Key, q.Amount)).ToList()
            : [.. Packings.Find(world, order).Where(p => !Despatch.IsShipped(world, p)).ToList().SelectMany(p => OrderGoods.GiveUp(world, p))];
        foreach (var shipping in Despatch.FindWaiting(world, order)) world.ShippingOrders.Update(shipping with { State = TaskState.Cancelled });
        if (goods.Count > 0) Add(world, "sales_order_cancelled", order.WarehouseId, goods, order.Id);
    }

    /// <summary>Moves the goods, or what is left of them.</summary>
    public static Change<ReplenishmentOrder> Finish(PulpoWorld world, ReplenishmentOrder task)
    {
        if (!TaskState.IsOpen(task.State)) return new FieldError("state", $"can't be finished in state {task.State}");
        var items = task.Items.Select(i => i with { ConfirmedQuantity = Move(world, task, i), UpdatedAt = world.Now }).ToList();
        return world.ReplenishmentOrders.Update(task with
        {
            State = TaskState.Ended,
            OwnerId = world.Users[0].Id,
            StartDate = task.InsertedAt,
            EndDate = world.Now,
            Items = items,
        });
    }

    private static ReplenishmentItem Picked(PulpoWorld world, StockKey key, long quantity)
    {
        var batches = Picking.Pick(world, key.WarehouseId, key.ProductId, quantity, null);
        return new ReplenishmentItem
        {
            ProductId = key.ProductId,
            OriginLocationId = world.Place(key.WarehouseId, PulpoPlace.Packing).Id,
            DestinationLocationId = world.Place(key.WarehouseId, PulpoPlace.Storage).Id,
            RequestedQuantity = quantity,
            BatchIds = [.. batches.Select(b => b.Batch.Id)],
        };
    }

    private static long Move(PulpoWorld world, ReplenishmentOrder task, ReplenishmentItem item)
    {
        var cause = new StockCause("movement", task.SequenceNumber, task.Id);
        var from = world.Locations.Find(item.OriginLocationId)!;
        var parts = StockBook.Take(world, item.ProductId, from, item.RequestedQuantity, cause, preferred: item.BatchIds);
        StockBook.Put(world, item.ProductId, world.Locations.Find(item.DestinationLocationId)!, parts, cause);
        return parts.Sum(p => p.Quantity);
    }
}
