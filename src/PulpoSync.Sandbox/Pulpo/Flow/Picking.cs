namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Picks the goods of sales orders.</summary>
internal static class Picking
{
    private static readonly PulpoPlace[] Shelves = [PulpoPlace.Storage];

    /// <summary>Where goods sold over the counter come from, one place after the other.</summary>
    public static IReadOnlyList<PulpoPlace> Counter { get; } = [PulpoPlace.Shop, PulpoPlace.Storage];

    /// <summary>Makes the picking task. Where stock is enforced, goods that other tasks wait for are not to be had.</summary>
    public static Change<SalesOrder> Start(PulpoWorld world, SalesOrder order) =>
        world.Options.EnforceStock && Lacking(world, order, Shelves, world.PickingQuantities.Of) is { } error
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
    public static Change<SalesOrder> Finish(PulpoWorld world, SalesOrder order, IReadOnlyList<PulpoPlace>? from = null)
    {
        from ??= Shelves;
        if (world.Options.EnforceStock && Lacking(world, order, from) is { } error) return error;
        foreach (var part in Fulfillments.Find(world, order).ToList())
        {
            Packings.Add(world, order, part.Id, packing => part.Items.Select(i =>
                Packings.Item(world, packing, i, Pick(world, order.WarehouseId, i.ProductId, i.Quantity ?? 0, packing.SequenceNumber, from))));
        }
        return SalesOrderFlow.Move(world, order with { PickingTaken = false }, OrderState.Packing);
    }

    /// <summary>
    /// Takes goods to the packing position, and gives their lots and serial numbers. What the last place lacks although stock is not enforced
    /// is found there first, by a stock modification: stock never goes below nothing.
    /// </summary>
    public static IReadOnlyList<BatchShare> Pick(
        PulpoWorld world, long? warehouseId, long? productId, long quantity, string? task, IReadOnlyList<PulpoPlace>? from = null)
    {
        if (productId is not { } id || world.Products.Find(id) is not { } product) return [];
        from ??= Shelves;
        var last = world.Place(warehouseId, from[^1]);
        var lacking = quantity - from.Sum(place => StockBook.At(world, new StockKey(id, last.WarehouseId), place));
        if (lacking > 0) StockBook.Book(world, id, last, new StockPart(null, lacking), StockCause.Modification);

        var cause = new StockCause("picking", task);
        List<StockPart> parts = [];
        foreach (var place in from) parts.AddRange(StockBook.Take(world, id, world.Place(warehouseId, place), quantity - parts.Sum(p => p.Quantity), cause));
        if (Batching.IsManaged(product)) parts = [.. parts.SelectMany(p => Numbered(world, product, p))];
        StockBook.Put(world, id, world.Place(warehouseId, PulpoPlace.Packing), parts, cause);
        return [.. parts.Where(p => p.BatchId is not null).Select(p => new BatchShare(world.Batches.Find(p.BatchId!.Value)!, p.Quantity))];
    }

    /// <summary>Why an order cannot be picked from these places; null when it can.</summary>
    /// <param name="world">The world.</param>
    /// <param name="order">The order.</param>
    /// <param name="from">The places.</param>
    /// <param name="taken">What of a product there is not to be had; null for nothing.</param>
    public static FieldError? Lacking(PulpoWorld world, SalesOrder order, IReadOnlyList<PulpoPlace> from, Func<StockKey, long>? taken = null)
    {
        var lacking = order.Quantities.FirstOrDefault(q => from.Sum(place => StockBook.At(world, q.Key, place)) - (taken?.Invoke(q.Key) ?? 0) < q.Amount);
        return lacking == default ? null : new FieldError("stock", $"of {world.Products.Find(lacking.Key.ProductId)?.Sku} is not enough");
    }

    private static IEnumerable<StockPart> Numbered(PulpoWorld world, Product product, StockPart part) =>
        part.BatchId is null ? Batching.New(world, product, part.Quantity).Select(b => new StockPart(b.Batch.Id, b.Quantity)) : [part];
}
