namespace PulpoSync.Records;

/// <summary>Which figure of a stock level is meant.</summary>
public enum StockMeasure
{
    /// <summary>What may still be promised.</summary>
    Available,
    /// <summary>What lies there, promised or not.</summary>
    OnHand,
}
