namespace PulpoSync;

/// <summary>What to run, and how.</summary>
public sealed record StartRequest
{
    /// <summary>Names of integrations, with wildcards. Ignored where <see cref="Due"/> is set and no name is given.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
    /// <summary>Only what is due, each once.</summary>
    public bool Due { get; init; }
    /// <summary>Only these records, by number, name or key. The cursor does not move.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];
    /// <summary>Read changes since this moment instead of since the cursor. The cursor does not move.</summary>
    public DateTimeOffset? Since { get; init; }
    /// <summary>Read the source from its start, and compare everything with what is really at the destination. The cursor moves as ever.</summary>
    public bool Full { get; init; }
    /// <summary>Write nothing, tell what would happen.</summary>
    public bool Preview { get; init; }
    /// <summary>Try parked records again before their time.</summary>
    public bool RetryFailed { get; init; }
    /// <summary>With <see cref="Records"/>: make an order again that was cancelled at the destination alone.</summary>
    public bool Recreate { get; init; }
    /// <summary>Stop at a page boundary after this time; null: no limit.</summary>
    public TimeSpan? MaxDuration { get; init; }
    /// <summary>How many routes run at a time. Default 4.</summary>
    public int ThrottleLimit { get; init; } = 4;
}
