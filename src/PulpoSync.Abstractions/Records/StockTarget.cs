namespace PulpoSync.Records;

/// <summary>What the flow decided for one write of a stock level.</summary>
public sealed record StockTarget
{
    /// <summary>The destination's key of the location.</summary>
    public required string LocationKey { get; init; }
    /// <summary>Name of that location.</summary>
    public required string Location { get; init; }
    /// <summary>Which of the location's figures is set.</summary>
    public required StockMeasure Measure { get; init; }
    /// <summary>Pieces; never below zero.</summary>
    public required int Quantity { get; init; }
}
