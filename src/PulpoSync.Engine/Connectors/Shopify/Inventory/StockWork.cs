using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Inventory;

/// <summary>One level on its way through a batch.</summary>
internal sealed class StockWork(Write<StockLevel> write)
{
    public string Sku { get; } = write.Record.Sku!.Trim();
    public StockTarget Target { get; } = write.Record.Target!;
    /// <summary>The item, once it is found.</summary>
    public StockItem? Item { get; set; }
    /// <summary>How often it had changed between reading and writing.</summary>
    public int Stale { get; set; }
    public WriteResult? Result { get; set; }

    /// <summary>What the location has now of the figure that is set.</summary>
    public int Now => Item!.Level!.Of(Target.Measure);

    /// <summary>Settles the work where nothing is to be written.</summary>
    /// <returns>True where it is settled.</returns>
    public bool SettleIfEqual()
    {
        if (Result is null && Now == Target.Quantity) Result = WriteResult.Unchanged(Item!.Level!.Id);
        return Result is not null;
    }
}
