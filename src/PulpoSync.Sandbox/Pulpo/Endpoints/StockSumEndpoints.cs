using System.Globalization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Stock summed up by product over the warehouses asked for. Their answers name no warehouse.</summary>
internal static class StockSumEndpoints
{
    public static IEnumerable<PulpoRoute> Routes { get; } =
    [
        new("GET", "inventory/stocks/availability", ListAvailability),
        new("GET", "inventory/stocks/summary", ListSummary),
        new("GET", "inventory/stocks/products", ListProducts),
    ];

    private static PulpoAnswer ListAvailability(PulpoCall call)
    {
        var (world, warehouses) = (call.World, WarehousesOf(call));
        var products = ProductsOf(call, "id").Where(p => !call.Options.AvailabilityLeavesOutUnstocked || RowsOf(world, p, warehouses).Any());
        var rows = products.Select(p => new
        {
            ProductId = IdOf(call, p),
            AvailableQuantity = AvailableOf(world, p, warehouses),
            ReceptionQuantity = Sum(world, p, warehouses, PulpoPlace.Reception),
            ReturnQuantity = Sum(world, p, warehouses, PulpoPlace.Return),
        }).ToList();
        return ListAnswer.Of(call.Options.AvailabilityShape, "availabilities", rows, rows.Count);
    }

    private static PulpoAnswer ListSummary(PulpoCall call)
    {
        var (world, warehouses) = (call.World, WarehousesOf(call));
        var rows = ProductsOf(call, "product_id").Select(p => new
        {
            ProductId = IdOf(call, p),
            p.Sku,
            p.Name,
            Total = RowsOf(world, p, warehouses).Where(s => s.Place != PulpoPlace.Return).Sum(s => s.Quantity),
            Available = AvailableOf(world, p, warehouses),
            Unavailable = warehouses.Sum(w => Availability.Reserved(world, new StockKey(p.Id, w))),
            Rejected = Sum(world, p, warehouses, PulpoPlace.Return),
            LastMovement = LastMovementOf(world, p, warehouses),
        }).ToList();
        return ListAnswer.Of(call.Options.StockListShape, "stocks", rows, rows.Count);
    }

    private static PulpoAnswer ListProducts(PulpoCall call)
    {
        var (world, warehouses) = (call.World, WarehousesOf(call));
        var withReturns = call.Query.Texts("include_returned_quantity") is not ["false"];
        var sku = call.Query.Texts("sku");
        var article = call.Query.Texts("article_number");
        var merchant = Ids(call, "merchant_id");
        var products = ProductsOf(call, "id").Where(p =>
            (sku.Count == 0 || sku.Contains(p.Sku)) && (article.Count == 0 || article.Contains(p.ArticleNumber)) &&
            (merchant.Count == 0 || merchant.Contains(p.MerchantId ?? 0)) && RowsOf(world, p, warehouses).Any()).ToList();
        var page = products.Skip(call.Query.Count("offset") ?? 0).Take(Math.Min(call.Query.Count("limit") ?? call.Options.DefaultLimit, call.Options.LimitCap));
        var rows = page.Select(p => (Product: p, Total: RowsOf(world, p, warehouses).Sum(s => s.Quantity), Returned: Sum(world, p, warehouses, PulpoPlace.Return)))
            .Select(row => new
            {
                ProductId = row.Product.Id,
                ProductSku = row.Product.Sku,
                ProductName = row.Product.Name,
                ProductArticleNumber = row.Product.ArticleNumber,
                TotalQuantity = withReturns ? row.Total : row.Total - row.Returned,
                TotalQuantityExcludingReturned = row.Total - row.Returned,
            }).ToList();
        return ListAnswer.Of(call.Options.StockListShape, "stocks", rows, products.Count);
    }

    // PULPO documents lists for these ids; without any, everything is meant.
    private static IEnumerable<Product> ProductsOf(PulpoCall call, string parameter)
    {
        var ids = Ids(call, parameter);
        var products = ids.Count == 0 ? call.World.Products.Rows : ids.Distinct().Select(call.World.Products.Find).OfType<Product>();
        return products.Where(p => !p.Deleted);
    }

    private static IReadOnlyList<long> WarehousesOf(PulpoCall call)
    {
        var asked = Ids(call, "warehouse_id");
        return [.. call.World.Warehouses.Rows.Select(w => w.Id).Where(id => call.User.MayUse(id) && (asked.Count == 0 || asked.Contains(id)))];
    }

    private static IReadOnlyList<long> Ids(PulpoCall call, string parameter) =>
        [.. call.Query.Texts(parameter).Select(t => long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1)];

    private static object IdOf(PulpoCall call, Product product) => call.Options.StockIdsAsText ? PulpoWorld.IdKey(product.Id) : product.Id;

    private static IEnumerable<Stock> RowsOf(PulpoWorld world, Product product, IReadOnlyList<long> warehouses) =>
        StockBook.Rows(world, product.Id).Where(s => warehouses.Contains(s.WarehouseId));

    private static long Sum(PulpoWorld world, Product product, IReadOnlyList<long> warehouses, PulpoPlace place) =>
        RowsOf(world, product, warehouses).Where(s => s.Place == place).Sum(s => s.Quantity);

    private static long AvailableOf(PulpoWorld world, Product product, IReadOnlyList<long> warehouses) =>
        warehouses.Sum(w => Availability.Of(world, new StockKey(product.Id, w)));

    private static DateTime? LastMovementOf(PulpoWorld world, Product product, IReadOnlyList<long> warehouses) =>
        RowsOf(world, product, warehouses).Select(s => (DateTime?)s.UpdatedAt).Max();
}
