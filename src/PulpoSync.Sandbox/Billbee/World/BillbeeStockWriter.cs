namespace PulpoSync.Sandbox.Billbee;

/// <summary>Sets quantities.</summary>
internal static class BillbeeStockWriter
{
    /// <summary>Sets what a client asks for; the answer, or why not.</summary>
    public static (BillbeeStockAnswer? Stock, BillbeeErrorCode Code, string? Message) Set(BillbeeWorld world, BillbeeStockUpdate update)
    {
        var product = update.BillbeeId is { } id ? world.Products.GetValueOrDefault(id) : world.ProductOfSku(update.Sku);
        // Billbee's codes have no word for an unknown article or location. Inferred.
        if (product is null) return (null, BillbeeErrorCode.InvalidData, "Article not found");
        if (PlaceOf(world, update.StockId) is not { } place) return (null, BillbeeErrorCode.InvalidData, "Stock not found");
        if (update.NewQuantity is not { } quantity) return (null, BillbeeErrorCode.InvalidData, "NewQuantity is missing");
        var before = RowOf(product, place);
        var reserved = before.UnfulfilledAmount ?? 0;
        var after = quantity - (update.AutosubtractReservedAmount ? reserved : 0);
        Put(world, product, before with { StockCurrent = after });
        return (new BillbeeStockAnswer(product.SKU, before.StockCurrent, after, reserved, null), BillbeeErrorCode.NoError, null);
    }

    /// <summary>Changes an article's row at a location, which it gets by that.</summary>
    /// <exception cref="InvalidOperationException">There is no such location.</exception>
    public static void Change(BillbeeWorld world, BillbeeProduct product, long? placeId, Func<BillbeeArticleStock, BillbeeArticleStock> change)
    {
        var place = PlaceOf(world, placeId) ?? throw new InvalidOperationException($"There is no stock location {placeId}.");
        Put(world, product, change(RowOf(product, place)));
    }

    private static void Put(BillbeeWorld world, BillbeeProduct product, BillbeeArticleStock row)
    {
        var isDefault = world.Places.Exists(p => p.IsDefault && p.Id == row.StockId);
        world.Save(product with
        {
            Stocks = [.. product.Stocks.Where(s => s.StockId != row.StockId).Append(row).OrderBy(s => s.StockId)],
            // That the article's own figure is the default location's is inferred.
            StockCurrent = isDefault ? row.StockCurrent : product.StockCurrent,
        });
    }

    private static BillbeeStockPlace? PlaceOf(BillbeeWorld world, long? id) => world.Places.Find(p => id is null ? p.IsDefault : p.Id == id);

    private static BillbeeArticleStock RowOf(BillbeeProduct product, BillbeeStockPlace place) =>
        product.Stocks.FirstOrDefault(s => s.StockId == place.Id) ?? new BillbeeArticleStock { StockId = place.Id, Name = place.Name };
}
