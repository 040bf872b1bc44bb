namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Finds and makes packing orders and their parts.</summary>
internal static class Packings
{
    public static IEnumerable<PackingOrder> Find(PulpoWorld world, SalesOrder order) => world.PackingsByOrder.Find(PulpoWorld.IdKey(order.Id));

    /// <summary>Those with something to pack, to change while they are walked through.</summary>
    public static IReadOnlyList<PackingOrder> FindOpen(PulpoWorld world, SalesOrder order) =>
        [.. Find(world, order).Where(p => TaskState.IsOpen(p.State))];

    public static Product? ProductOf(PulpoWorld world, PackingItem item) => item.ProductId is { } id ? world.Products.Find(id) : null;

    public static IEnumerable<BatchShare> SharesOf(PulpoWorld world, PackingItem item) =>
        item.Batches.Select(b => new BatchShare(world.Batches.Find(b.BatchId)!, b.Quantity));

    /// <summary>Adds a packing order in queue.</summary>
    public static PackingOrder Add(PulpoWorld world, SalesOrder order, long fulfillmentId, Func<PackingOrder, IEnumerable<PackingItem>> items)
    {
        var packing = world.PackingOrders.Add(new PackingOrder
        {
            SalesOrderId = order.Id,
            SalesOrderRef = order.OrderNum,
            FulfillmentOrderId = fulfillmentId,
            WarehouseId = order.WarehouseId,
            OriginLocationId = world.Place(order.WarehouseId, PulpoPlace.Packing).Id,
            MerchantId = order.MerchantId,
            MerchantChannelId = order.MerchantChannelId,
        });
        return world.PackingOrders.Update(packing with { SequenceNumber = $"PA-{packing.Id}", Items = [.. items(packing)] });
    }

    public static PackingItem Item(PulpoWorld world, PackingOrder packing, FulfillmentItem of, IEnumerable<BatchShare> batches) => WithBatches(
        world,
        new PackingItem
        {
            Id = world.NextItemId(),
            PackingOrderId = packing.Id,
            SalesItemId = of.SalesItemId,
            ProductId = of.ProductId,
            RequestedQuantity = of.Quantity ?? 0,
            InsertedAt = world.Now,
            UpdatedAt = world.Now,
        },
        batches);

    /// <summary>The item with these batches in place of those it had.</summary>
    public static PackingItem WithBatches(PulpoWorld world, PackingItem item, IEnumerable<BatchShare> batches) => item with
    {
        UpdatedAt = world.Now,
        Batches =
        [
            .. batches.Select(share => new PackingItemBatch
            {
                Id = world.NextItemId(),
                PackingItemId = item.Id,
                BatchId = share.Batch.Id,
                Quantity = share.Quantity,
                InsertedAt = world.Now,
                UpdatedAt = world.Now,
            }),
        ],
    };
}
