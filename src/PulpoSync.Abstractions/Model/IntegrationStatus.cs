namespace PulpoSync;

/// <summary>One line per integration: is everything well?</summary>
public sealed record IntegrationStatus
{
    /// <summary>Integration.</summary>
    public required string Integration { get; init; }
    /// <summary>What flows.</summary>
    public required IntegrationType Type { get; init; }
    /// <summary>False: off.</summary>
    public bool Enabled { get; init; }
    /// <summary>Last run; null before the first.</summary>
    public IntegrationRun? LastRun { get; init; }
    /// <summary>How long ago the run began that last read the source to its end; null before the first, and for daily integrations.</summary>
    public TimeSpan? Lag { get; init; }
    /// <summary>Records that wait for a hold or a schedule.</summary>
    public int Waiting { get; init; }
    /// <summary>Records that failed and are tried again, also those that were written and whose source could not be told.</summary>
    public int Parked { get; init; }
    /// <summary>When it is due next; null where it is off.</summary>
    public DateTimeOffset? NextDueAt { get; init; }
    /// <summary>Since when each start came to no run, because it waits for another integration or cannot begin; null: the last start did.</summary>
    public DateTimeOffset? HeldUpSince { get; init; }
}
