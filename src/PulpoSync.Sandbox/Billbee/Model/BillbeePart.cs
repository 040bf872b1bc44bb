namespace PulpoSync.Sandbox.Billbee;

/// <summary>A part of a bill of materials.</summary>
public sealed record BillbeePart
{
    /// <summary>Amount.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Article id.</summary>
    public long? ArticleId { get; init; }

    /// <summary>SKU.</summary>
    public string? SKU { get; init; }
}
