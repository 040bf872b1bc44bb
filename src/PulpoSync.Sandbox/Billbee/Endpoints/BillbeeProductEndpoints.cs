using System.Globalization;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>Articles.</summary>
internal static class BillbeeProductEndpoints
{
    public static IEnumerable<BillbeeRoute> Routes { get; } =
    [
        new("GET", "products", List),
        new("GET", "products/{idOrSku}", Show),
        new("GET", "products/reservedamount", Reserved),
    ];

    private static BillbeeAnswer List(BillbeeCall call)
    {
        var (created, first, last) =
            (call.Query.Time("minCreatedAt"), call.Query.Integer("minimumBillBeeArticleId"), call.Query.Integer("maximumBillBeeArticleId"));
        var rows = call.World.Products.Values.Where(p =>
            (created is null || p.CreatedAt >= created) && (first is null || p.Id >= first) && (last is null || p.Id <= last));
        return call.Paged(BillbeeRows.In(call.World, rows, p => p.Id!.Value, p => p.CreatedAt, p => p.CreatedAt));
    }

    private static BillbeeAnswer Show(BillbeeCall call) => Find(call, call.Value()) is { } product ? call.Result(product) : Missing(call);

    private static BillbeeAnswer Reserved(BillbeeCall call)
    {
        if (Find(call, call.Query.Text("id") ?? "") is not { } product) return Missing(call);
        var place = call.Query.Integer("stockId");
        return call.Result(new { ReservedAmount = product.Stocks.Where(s => place is null || s.StockId == place).Sum(s => s.UnfulfilledAmount ?? 0) });
    }

    private static BillbeeProduct? Find(BillbeeCall call, string value) => call.Query.Text("lookupBy")?.ToLowerInvariant() switch
    {
        null or "id" => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.World.Products.GetValueOrDefault(id) : null,
        "sku" => call.World.ProductOfSku(value),
        "ean" => call.World.Products.Values.FirstOrDefault(p => p.EAN == value),
        _ => throw new BillbeeRequestException("The request is invalid."),
    };

    // Billbee's codes have no word for an unknown article. Inferred.
    private static BillbeeAnswer Missing(BillbeeCall call) => call.Missing(BillbeeErrorCode.InvalidData, "Article not found");
}
