namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Picks the goods of sales orders.</summary>
internal static class Picking
{
    /// <summary>Makes the picking task. Where stock is enforced, goods that other tasks wait for are not to be had.</summary>
    public static Change<SalesOrder> Start(PulpoWorld world, SalesOrder order) =>
        Lacking(world, order, key => StockBook.At(world, key, PulpoPlace.Storage) - world.PickingQuantities.Of(key)) is { } error
            ? error
            : SalesOrderFlow.Move(world, order, OrderState.Picking);

    /// <summary>A worker takes the picking task of an order in queue or picking.</summary>
    public static Change<SalesOrder> Take(PulpoWorld world, SalesOrder order)
    {
        if (order.State is not (OrderState.Queue or OrderState.Picking)) return new FieldError("state", $"can't be picked in state {order.State}");
        var started = order.State == OrderState.Queue ? Start(world, order) : order;
        return started.Row is { } row ? SalesOrderFlow.Move(world, row with { PickingTaken = true }, OrderState.Picking) : started;
    }

    /// <summary>Brings the goods to the packing position and makes a packing order for each fulfilment order.</summary>
    public static Change<SalesOrder> Finish(PulpoWorld world, SalesOrder order)
    {
        if (Lacking(world, order, key => StockBook.At(world, key, PulpoPlace.Storage)) is { } error) return error;
        foreach (var part in Fulfillments.Find(world, order).ToList())
        {
            Packings.Add(world, order, part.Id, packing => part.Items.Select(i =>
                Packings.Item(world, packing, i, Pick(world, order.WarehouseId, i.ProductId, i.Quantity ?? 0, packing.SequenceNumber))));
        }
        return SalesOrderFlow.Move(world, order with { PickingTaken = false }, OrderState.Packing);
    }

    /// <summary>
    /// Takes goods to the packing position, and gives their lots and serial numbers. What storage lacks although it is not enforced
    /// is found there first, by a stock modification: storage never goes below nothing.
    /// </summary>
    public static IReadOnlyList<BatchShare> Pick(PulpoWorld world, long? warehouseId, long? productId, long quantity, string? task)
    {
        if (productId is not { } id || world.Products.Find(id) is not { } product) return [];
        var storage = world.Place(warehouseId, PulpoPlace.Storage);
        var cause = new StockCause("picking", task);
        var lacking = quantity - StockBook.At(world, new StockKey(id, storage.WarehouseId), PulpoPlace.Storage);
        if (lacking > 0) StockBook.Book(world, id, storage, new StockPart(null, lacking), StockCause.Modification);
        var parts = StockBook.Take(world, id, storage, quantity, cause);
        if (Batching.IsManaged(product)) parts = [.. parts.SelectMany(p => Numbered(world, product, p))];
        StockBook.Put(world, id, world.Place(warehouseId, PulpoPlace.Packing), parts, cause);
        return [.. parts.Where(p => p.BatchId is not null).Select(p => new BatchShare(world.Batches.Find(p.BatchId!.Value)!, p.Quantity))];
    }

    private static IEnumerable<StockPart> Numbered(PulpoWorld world, Product product, StockPart part) =>
        part.BatchId is null ? Batching.New(world, product, part.Quantity).Select(b => new StockPart(b.Batch.Id, b.Quantity)) : [part];

    private static FieldError? Lacking(PulpoWorld world, SalesOrder order, Func<StockKey, long> stock)
    {
        if (!world.Options.EnforceStock) return null;
        var lacking = order.Quantities.FirstOrDefault(q => stock(q.Key) < q.Amount);
        return lacking == default ? null : new FieldError("stock", $"of {world.Products.Find(lacking.Key.ProductId)?.Sku} is not enough to pick");
    }
}
