namespace PulpoSync.Engine.Contracts;

/// <summary>Everything that one page changes, written in one transaction.</summary>
public sealed record PageCommit
{
    /// <summary>Run.</summary>
    public required long RunId { get; init; }
    /// <summary>Integration whose cursor moves.</summary>
    public required long IntegrationId { get; init; }
    /// <summary>Lease; a commit under an older fence is refused with <see cref="LeaseLostException"/>.</summary>
    public required Lease Lease { get; init; }
    /// <summary>Rows to insert or replace.</summary>
    public IReadOnlyList<LedgerRow> Rows { get; init; } = [];
    /// <summary>Rows to delete: decisions that no longer stand and never reached the destination.</summary>
    public IReadOnlyList<(string SourceKey, string Part)> Obsolete { get; init; } = [];
    /// <summary>Lines of the run's protocol.</summary>
    public IReadOnlyList<RunOutcome> Outcomes { get; init; } = [];
    /// <summary>New cursor; null: not moved.</summary>
    public string? Cursor { get; init; }
    /// <summary>What the destination does not know of now, by source key; replaces what was noted for these keys.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Outstanding>> Outstanding { get; init; } = new Dictionary<string, IReadOnlyList<Outstanding>>();
    /// <summary>New cursor of the watch over the destination; null: not moved.</summary>
    public string? WatchCursor { get; init; }
    /// <summary>The run's counts so far.</summary>
    public required RunCounts Counts { get; init; }
}
