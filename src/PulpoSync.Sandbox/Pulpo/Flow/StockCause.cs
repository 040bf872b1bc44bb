namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Why stock changes: one of the types that PULPO's history knows, and the task.</summary>
internal sealed record StockCause(string Type, string? SequenceNumber = null, long? TaskId = null)
{
    /// <summary>Nothing comes or goes, as when goods are put into boxes where they are: no record is kept.</summary>
    public static StockCause None { get; } = new("none");

    public static StockCause Modification { get; } = new("stock_mod");
}
