using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Stock;

/// <summary>One level on its way through a batch.</summary>
internal sealed class StockWork(Write<StockLevel> write)
{
    public string Sku { get; } = write.Record.Sku!.Trim();
    public StockTarget Target { get; } = write.Record.Target!;
    public WriteResult? Result { get; set; }

    /// <summary>Billbee names no id of a level; the place and the SKU are one.</summary>
    public string Id => $"{Target.LocationKey}/{Sku}";

    public bool IsOf(string? sku) => string.Equals(Sku, sku, StringComparison.OrdinalIgnoreCase);
}
