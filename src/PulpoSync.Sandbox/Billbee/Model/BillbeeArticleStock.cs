namespace PulpoSync.Sandbox.Billbee;

/// <summary>How many of an article there are at one stock location.</summary>
public sealed record BillbeeArticleStock
{
    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Stock code.</summary>
    public string? StockCode { get; init; }

    /// <summary>Stock current.</summary>
    public decimal? StockCurrent { get; init; }

    /// <summary>Stock desired.</summary>
    public decimal? StockDesired { get; init; }

    /// <summary>Stock id.</summary>
    public long? StockId { get; init; }

    /// <summary>Stock warning.</summary>
    public decimal? StockWarning { get; init; }

    /// <summary>Unfulfilled amount.</summary>
    public decimal? UnfulfilledAmount { get; init; }
}
