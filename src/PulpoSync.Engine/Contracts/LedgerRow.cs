namespace PulpoSync.Engine.Contracts;

/// <summary>What the ledger knows of one part of one record on a route. Holds no personal data: keys, numbers, keyed hashes, reason codes.</summary>
public sealed record LedgerRow
{
    /// <summary>The source's key of the record.</summary>
    public required string SourceKey { get; init; }
    /// <summary>
    /// Part of the record (location and generation); for a decision about the whole record <c>@</c> and the integration's id,
    /// so that two integrations of a route may skip one record for reasons of their own.
    /// </summary>
    public required string Part { get; init; }
    /// <summary>State.</summary>
    public required LedgerState State { get; init; }
    /// <summary>Number for people: at the destination, or the source's own while nothing was written.</summary>
    public string Number { get; init; } = "";
    /// <summary>Which in the sequence of a record's destination orders, from 1; never used twice. 0: none yet.</summary>
    public int Ordinal { get; init; }
    /// <summary>Integration that wrote it first, or that decided.</summary>
    public required long OwnerId { get; init; }
    /// <summary>The operation that is pending or was last done.</summary>
    public WriteOperation? Operation { get; init; }
    /// <summary>Keyed hash of what the destination has; null: not known, so that the next run writes again.</summary>
    public string? Hash { get; init; }
    /// <summary>Keyed hash of what was last tried: pending, parked or refused.</summary>
    public string? TriedHash { get; init; }
    /// <summary>The destination's id; null: not there.</summary>
    public string? DestinationId { get; init; }
    /// <summary>The flow's own note on what the destination holds (pieces per line); the engine does not look inside.</summary>
    public string? Held { get; init; }
    /// <summary>True when the destination has begun to work on it: no update is tried any more.</summary>
    public bool Locked { get; init; }
    /// <summary>Reason code of the last outcome.</summary>
    public string? Reason { get; init; }
    /// <summary>Sentence to the reason, without personal data.</summary>
    public string? Message { get; init; }
    /// <summary>Fingerprint of the settings and places under which the row was skipped or parked.</summary>
    public string? Fingerprint { get; init; }
    /// <summary>Tries in a row that failed.</summary>
    public int Attempts { get; init; }
    /// <summary>When a parked row is due again.</summary>
    public DateTimeOffset? NextTryAt { get; init; }
    /// <summary>True where the source has still to be told of the write.</summary>
    public bool AcknowledgementDue { get; init; }
    /// <summary>When the record was first seen.</summary>
    public DateTimeOffset FirstSeenAt { get; init; }
    /// <summary>When the row last changed; of a pending row: when the write was prepared.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>True where the destination has it and it is not cancelled.</summary>
    public bool IsAlive => DestinationId is not null && State is not LedgerState.Cancelled;
    /// <summary>True where a number at the destination belongs to this row, also a cancelled or prepared one.</summary>
    public bool HasNumber => Ordinal > 0;
}
