namespace PulpoSync.Sandbox.Billbee;

/// <summary>What became of an article's stock, named as in Billbee's JSON.</summary>
internal sealed record BillbeeStockAnswer(string? SKU, decimal? OldStock, decimal? CurrentStock, decimal? UnfulfilledAmount, string? Message);
