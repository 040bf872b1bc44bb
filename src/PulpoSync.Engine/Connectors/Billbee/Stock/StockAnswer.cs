using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Stock;

/// <summary>What Billbee says to one level.</summary>
/// <param name="Sku">SKU; null where it refuses.</param>
/// <param name="Old">What there was; null where it was never said.</param>
/// <param name="Now">What there is.</param>
/// <param name="Failure">Why not; null where it was set.</param>
internal sealed record StockAnswer(string? Sku, decimal? Old, decimal? Now, Failure? Failure)
{
    public static StockAnswer Read(JsonElement element)
    {
        var data = element.Get("Data") ?? default;
        return new StockAnswer(data.Text("SKU")?.Trim(), data.Amount("OldStock"), data.Amount("CurrentStock"), BillbeeClient.FailureIn("the stock of an article", element));
    }
}
