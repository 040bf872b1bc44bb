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
    /// <summary>Keys of the source's places whose records are wanted; null: all. What else it may leave out.</summary>
    public IReadOnlyCollection<string>? Places { get; init; }
    /// <summary>
    /// Changes with settings and places. A source whose records are absolute begins anew under another one: what did not change since the cursor
    /// may now mean something else at the destination.
    /// </summary>
    public string? Fingerprint { get; init; }
}
