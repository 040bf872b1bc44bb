namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Shows stock to those who check it.</summary>
internal static class StockDump
{
    /// <summary>The stock of every product in every warehouse that ever had some or has orders for it.</summary>
    public static IEnumerable<PulpoStock> Of(PulpoWorld world) =>
        from product in world.Products.Rows
        where !product.Deleted
        from warehouse in world.Warehouses.Rows
        let key = new StockKey(product.Id, warehouse.Id)
        where Availability.Reserved(world, key) != 0 || StockBook.Rows(world, product.Id).Any(s => s.WarehouseId == warehouse.Id)
        select Of(world, product, warehouse);

    public static PulpoStock Of(PulpoWorld world, Product product, Warehouse warehouse)
    {
        var key = new StockKey(product.Id, warehouse.Id);
        var rows = StockBook.Rows(world, product.Id).Where(s => s.WarehouseId == warehouse.Id).ToList();
        return new PulpoStock(
            product.Sku!,
            warehouse.Name,
            Availability.Of(world, key),
            Availability.Reserved(world, key),
            Loose(PulpoPlace.Storage),
            Loose(PulpoPlace.Shop),
            Loose(PulpoPlace.Packing) + Loose(PulpoPlace.Shipping),
            rows.Where(s => s.IsPacked).Sum(s => s.Quantity),
            Loose(PulpoPlace.Reception),
            Loose(PulpoPlace.Return));

        long Loose(PulpoPlace place) => rows.Where(s => s.Place == place && !s.IsPacked).Sum(s => s.Quantity);
    }
}
