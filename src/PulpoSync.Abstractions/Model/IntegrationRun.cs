namespace PulpoSync;

/// <summary>One execution of an integration.</summary>
public sealed record IntegrationRun
{
    /// <summary>Id in the store; 0 for a preview, which leaves no trace.</summary>
    public required long Id { get; init; }
    /// <summary>Integration.</summary>
    public required string Integration { get; init; }
    /// <summary>What flows.</summary>
    public required IntegrationType Type { get; init; }
    /// <summary>How it stands.</summary>
    public required RunStatus Status { get; init; }
    /// <summary>What started it: <c>manual</c>, <c>recurring</c>, <c>daily</c>, <c>preview</c>.</summary>
    public required string Trigger { get; init; }
    /// <summary>Start.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    /// <summary>End; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }
    /// <summary>Counts.</summary>
    public RunCounts Counts { get; init; } = new();
    /// <summary>Why it failed.</summary>
    public Failure? Error { get; init; }

    /// <summary>How long it took or has taken.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>How it stands and what it did: <c>Finished: 240 read, 236 created</c>.</summary>
    public override string ToString() => $"{Status}: {Counts}";
}
