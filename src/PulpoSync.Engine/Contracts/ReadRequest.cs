namespace PulpoSync.Engine.Contracts;

/// <summary>What to read.</summary>
public sealed record ReadRequest
{
    /// <summary>Where the last run ended; null before the first.</summary>
    public string? Cursor { get; init; }
    /// <summary>Read changes since this moment instead of the cursor (look-back, <c>-Since</c>).</summary>
    public DateTimeOffset? Since { get; init; }
    /// <summary>Where a first run starts: what changed earlier is not wanted.</summary>
    public DateTimeOffset StartFrom { get; init; }
    /// <summary>Account of the other side. A source that serves several may leave out what surely belongs to another; null: everything is wanted.</summary>
    public string? Counterpart { get; init; }
}
