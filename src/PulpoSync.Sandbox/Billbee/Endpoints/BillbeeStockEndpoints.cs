namespace PulpoSync.Sandbox.Billbee;

/// <summary>Stock locations and quantities.</summary>
internal static class BillbeeStockEndpoints
{
    public static IEnumerable<BillbeeRoute> Routes { get; } =
    [
        new("GET", "products/stocks", call => call.Result(call.World.Options.TellsStocks ? call.World.Places : [])),
        new("POST", "products/updatestock", Update),
        new("POST", "products/updatestockmultiple", UpdateMany),
    ];

    private static BillbeeAnswer Update(BillbeeCall call)
    {
        var (stock, code, message) = BillbeeStockWriter.Set(call.World, call.Body<BillbeeStockUpdate>());
        return stock is null ? call.Missing(code, message!) : call.Result(stock);
    }

    // A bare array, one envelope for each input in its order; one that fails does not hinder the others.
    private static BillbeeAnswer UpdateMany(BillbeeCall call) => call.Bare(call.Body<List<BillbeeStockUpdate?>>().ConvertAll(update =>
    {
        var (stock, code, message) = BillbeeStockWriter.Set(call.World, update ?? throw new BillbeeRequestException("The request is invalid."));
        return call.World.Answers.Envelope(code, message, stock);
    }));
}
