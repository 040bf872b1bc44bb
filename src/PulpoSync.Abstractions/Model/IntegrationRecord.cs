namespace PulpoSync;

/// <summary>What is known of one record: the answer to "why is order 1001 not there?".</summary>
public sealed record IntegrationRecord
{
    /// <summary>Number at the destination, or the source's while it is not there.</summary>
    public required string Number { get; init; }
    /// <summary>The source's key.</summary>
    public required string SourceKey { get; init; }
    /// <summary>Part (location and generation); empty for a decision about the whole record.</summary>
    public required string Part { get; init; }
    /// <summary>Integration that wrote or decided.</summary>
    public required string Integration { get; init; }
    /// <summary>What flows.</summary>
    public required IntegrationType Type { get; init; }
    /// <summary>State.</summary>
    public required LedgerState State { get; init; }
    /// <summary>Reason code of the last outcome.</summary>
    public string? Reason { get; init; }
    /// <summary>Sentence to the reason: what is wrong and what to do.</summary>
    public string? Message { get; init; }
    /// <summary>The destination's id, where it is there.</summary>
    public string? DestinationId { get; init; }
    /// <summary>Failed tries in a row.</summary>
    public int Attempts { get; init; }
    /// <summary>When a parked record is tried again.</summary>
    public DateTimeOffset? NextTryAt { get; init; }
    /// <summary>When it was first seen.</summary>
    public DateTimeOffset FirstSeenAt { get; init; }
    /// <summary>When this last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }
}
