namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Moves the goods of packing orders through the warehouse, from the packing position out of the door or back.</summary>
internal static class OrderGoods
{
    /// <summary>Packed goods are still there, but no longer loose; what is missing is written off.</summary>
    public static void Pack(PulpoWorld world, PackingOrder packing)
    {
        var place = world.Place(packing.WarehouseId, PulpoPlace.Packing);
        foreach (var item in packing.Items.Where(i => i.ProductId is not null))
        {
            var product = item.ProductId!.Value;
            var parts = StockBook.Take(world, product, place, item.PackedQuantity, StockCause.None, preferred: BatchesOf(item));
            StockBook.Put(world, product, place, parts, StockCause.None, packed: true);
            StockBook.Take(world, product, place, item.RequestedQuantity - item.PackedQuantity, Cause("stock_mod", packing));
        }
    }

    /// <summary>Packed goods go to the shipping position.</summary>
    public static void Close(PulpoWorld world, PackingOrder packing) => Leave(world, packing, PulpoPlace.Packing, "packing", PulpoPlace.Shipping);

    /// <summary>Packed goods leave the warehouse.</summary>
    public static void Ship(PulpoWorld world, PackingOrder packing) => Leave(world, packing, PulpoPlace.Shipping, "shipping", null);

    /// <summary>What has to be brought back of a packing order that is cancelled before its goods are gone; boxes are opened.</summary>
    public static IEnumerable<ReplenishmentItem> GiveUp(PulpoWorld world, PackingOrder packing)
    {
        var packed = !TaskState.IsOpen(packing.State);
        var place = world.Place(packing.WarehouseId, packing.State == TaskState.Closed ? PulpoPlace.Shipping : PulpoPlace.Packing);
        foreach (var item in packing.Items)
        {
            var quantity = packed ? item.PackedQuantity : item.RequestedQuantity;
            if (item.ProductId is not { } product || quantity == 0) continue;
            if (packed)
            {
                var parts = StockBook.Take(world, product, place, quantity, StockCause.None, packed: true, BatchesOf(item));
                StockBook.Put(world, product, place, parts, StockCause.None);
            }
            yield return new ReplenishmentItem
            {
                ProductId = product,
                OriginLocationId = place.Id,
                DestinationLocationId = world.Place(packing.WarehouseId, PulpoPlace.Storage).Id,
                RequestedQuantity = quantity,
                BatchIds = BatchesOf(item),
            };
        }
    }

    private static void Leave(PulpoWorld world, PackingOrder packing, PulpoPlace from, string type, PulpoPlace? to)
    {
        foreach (var item in packing.Items.Where(i => i.ProductId is not null))
        {
            var product = item.ProductId!.Value;
            var origin = world.Place(packing.WarehouseId, from);
            var parts = StockBook.Take(world, product, origin, item.PackedQuantity, Cause(type, packing), packed: true, BatchesOf(item));
            if (to is { } place) StockBook.Put(world, product, world.Place(packing.WarehouseId, place), parts, Cause(type, packing), packed: true);
        }
    }

    private static long[] BatchesOf(PackingItem item) => [.. item.Batches.Select(b => b.BatchId)];

    private static StockCause Cause(string type, PackingOrder packing) => new(type, packing.SequenceNumber, packing.Id);
}
