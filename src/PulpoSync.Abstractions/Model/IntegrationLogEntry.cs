namespace PulpoSync;

/// <summary>One line of the log.</summary>
public sealed record IntegrationLogEntry
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
    /// <summary>Weight.</summary>
    public required LogLevel Level { get; init; }
    /// <summary>Integration; null for the store itself.</summary>
    public string? Integration { get; init; }
    /// <summary>Run; null outside of one.</summary>
    public long? RunId { get; init; }
    /// <summary>Number of the record, where the line is about one.</summary>
    public string? Number { get; init; }
    /// <summary>What was done with the record; null where the line is about no record.</summary>
    public OutcomeKind? Outcome { get; init; }
    /// <summary>Stable code.</summary>
    public required string Code { get; init; }
    /// <summary>Sentence.</summary>
    public required string Message { get; init; }
}
