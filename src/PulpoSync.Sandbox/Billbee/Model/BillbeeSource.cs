namespace PulpoSync.Sandbox.Billbee;

/// <summary>An article's place in a shop.</summary>
public sealed record BillbeeSource
{
    /// <summary>Api account id.</summary>
    public long? ApiAccountId { get; init; }

    /// <summary>Api account name.</summary>
    public string? ApiAccountName { get; init; }

    /// <summary>Custom.</summary>
    public object? Custom { get; init; }

    /// <summary>Export factor.</summary>
    public decimal? ExportFactor { get; init; }

    /// <summary>Id.</summary>
    public int? Id { get; init; }

    /// <summary>Source.</summary>
    public string? Source { get; init; }

    /// <summary>Source id.</summary>
    public string? SourceId { get; init; }

    /// <summary>Stock sync inactive.</summary>
    public bool StockSyncInactive { get; init; }

    /// <summary>Stock sync max.</summary>
    public decimal? StockSyncMax { get; init; }

    /// <summary>Stock sync min.</summary>
    public decimal? StockSyncMin { get; init; }

    /// <summary>Units per item.</summary>
    public decimal? UnitsPerItem { get; init; }
}
