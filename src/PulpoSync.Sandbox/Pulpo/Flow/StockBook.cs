namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Books goods in and out of positions; each booking leaves a record in the history.</summary>
internal static class StockBook
{
    /// <summary>How much of a product is at a kind of position in a warehouse.</summary>
    public static long At(PulpoWorld world, StockKey key, PulpoPlace place, bool packed = false) =>
        Rows(world, key.ProductId).Where(s => s.WarehouseId == key.WarehouseId && s.Place == place && s.IsPacked == packed).Sum(s => s.Quantity);

    public static IEnumerable<Stock> Rows(PulpoWorld world, long productId) => world.StocksByProduct.Find(PulpoWorld.IdKey(productId));

    /// <summary>Adds goods to a position, or takes them off.</summary>
    public static void Book(PulpoWorld world, long productId, Location at, StockPart part, StockCause cause, bool packed = false)
    {
        var row = world.StocksByKey.Find(PulpoWorld.StockRowKey(productId, at.Id, part.BatchId, packed)).FirstOrDefault() ?? world.Stocks.Add(new Stock
        {
            ProductId = productId,
            LocationId = at.Id,
            BatchId = part.BatchId,
            WarehouseId = at.WarehouseId,
            Place = (PulpoPlace)at.LocationTypeId,
            IsPacked = packed,
        });
        var after = world.Stocks.Update(row with { Quantity = row.Quantity + part.Quantity });
        if (cause != StockCause.None) Record(world, at, row, after, cause);
    }

    /// <summary>Takes goods from a position, those of preferred batches first, then what expires first; less when there is less.</summary>
    public static IReadOnlyList<StockPart> Take(
        PulpoWorld world, long productId, Location from, long quantity, StockCause cause, bool packed = false, IReadOnlyList<long>? preferred = null)
    {
        List<StockPart> parts = [];
        var rows = Rows(world, productId).Where(s => s.LocationId == from.Id && s.IsPacked == packed && s.Quantity > 0)
            .OrderBy(s => s.BatchId is { } batch && preferred?.Contains(batch) == true ? 0 : 1)
            .ThenBy(s => s.BatchId is { } batch ? world.Batches.Find(batch)!.ExpirationDate ?? DateOnly.MaxValue : DateOnly.MaxValue)
            .ThenBy(s => s.Id).ToList();
        foreach (var row in rows)
        {
            var part = new StockPart(row.BatchId, Math.Min(quantity, row.Quantity));
            if (part.Quantity == 0) break;
            quantity -= part.Quantity;
            Book(world, productId, from, part with { Quantity = -part.Quantity }, cause, packed);
            parts.Add(part);
        }
        return parts;
    }

    /// <summary>Adds loose goods without a batch, or takes off whichever there are.</summary>
    public static void Adjust(PulpoWorld world, long productId, Location at, long delta, StockCause cause)
    {
        if (delta > 0) Book(world, productId, at, new StockPart(null, delta), cause);
        if (delta < 0) Take(world, productId, at, -delta, cause);
    }

    /// <summary>Adds goods of several batches to a position.</summary>
    public static void Put(PulpoWorld world, long productId, Location to, IEnumerable<StockPart> parts, StockCause cause, bool packed = false)
    {
        foreach (var part in parts) Book(world, productId, to, part, cause, packed);
    }

    private static void Record(PulpoWorld world, Location at, Stock before, Stock after, StockCause cause)
    {
        var product = world.Products.Find(after.ProductId)!;
        var delta = world.Options.StockRecordsTellDifferences;
        world.StockRecords.Add(new StockRecord
        {
            Type = cause.Type,
            ProductId = product.Id,
            ProductSku = product.Sku,
            LocationId = at.Id,
            LocationCode = at.Code,
            WarehouseId = at.WarehouseId,
            BatchId = after.BatchId,
            PreviousQuantity = before.Quantity,
            Quantity = delta ? after.Quantity - before.Quantity : after.Quantity,
            SequenceNumber = cause.SequenceNumber,
            TaskId = cause.TaskId,
            MerchantId = product.MerchantId,
            TenantId = world.Options.TenantId,
            UserId = world.Users[0].Id,
            OperatedAt = world.Now,
        });
    }
}
