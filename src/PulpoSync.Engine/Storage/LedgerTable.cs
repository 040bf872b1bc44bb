using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Storage;

/// <summary>Reads and writes ledger rows.</summary>
internal static class LedgerTable
{
    /// <summary>Columns of a row, in the order of <see cref="Read"/>.</summary>
    public const string Columns =
        """
        l.source_key, l.part, l.state, l.number, l.ordinal, l.owner_id, l.operation, l.hash, l.tried_hash, l.destination_id, l.held, l.locked,
        l.reason, l.message, l.fingerprint, l.attempts, l.next_try_at, l.acknowledgement_due, l.first_seen_at, l.changed_at
        """;

    // A row is first seen once: what stands there stays. What does not change is not set, because its index would be written anew.
    private const string Upsert =
        """
        INSERT INTO ledger (route_id, source_key, part, state, number, ordinal, owner_id, operation, hash, tried_hash, destination_id, held, locked,
                            reason, message, fingerprint, attempts, next_try_at, acknowledgement_due, first_seen_at, changed_at,
                            bare_number, bare_key)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)
        ON CONFLICT (route_id, source_key, part) DO UPDATE SET
            state = excluded.state, number = excluded.number, ordinal = excluded.ordinal, owner_id = excluded.owner_id,
            operation = excluded.operation, hash = excluded.hash, tried_hash = excluded.tried_hash, destination_id = excluded.destination_id,
            held = excluded.held, locked = excluded.locked, reason = excluded.reason, message = excluded.message, fingerprint = excluded.fingerprint,
            attempts = excluded.attempts, next_try_at = excluded.next_try_at, acknowledgement_due = excluded.acknowledgement_due,
            changed_at = excluded.changed_at, bare_number = excluded.bare_number
        """;

    /// <summary>Inserts or replaces a row; it has changed now.</summary>
    public static void Put(Session session, long routeId, LedgerRow row, DateTimeOffset now) => session.Execute(
        Upsert,
        routeId, row.SourceKey, row.Part, row.State, row.Number, row.Ordinal, row.OwnerId, row.Operation, row.Hash, row.TriedHash, row.DestinationId,
        row.Held, row.Locked, row.Reason, row.Message, row.Fingerprint ?? "", row.Attempts, row.NextTryAt, row.AcknowledgementDue,
        row.FirstSeenAt == default ? now : row.FirstSeenAt, now, BareNumber.Of(row.Number), BareNumber.OfKey(row.SourceKey));

    /// <summary>Deletes a row.</summary>
    public static void Delete(Session session, long routeId, string sourceKey, string part) =>
        session.Execute("DELETE FROM ledger WHERE route_id = ?1 AND source_key = ?2 AND part = ?3", routeId, sourceKey, part);

    /// <summary>The row at hand.</summary>
    public static LedgerRow Read(Row row) => new()
    {
        SourceKey = row.Text(0),
        Part = row.Text(1),
        State = row.Word<LedgerState>(2),
        Number = row.Text(3),
        Ordinal = row.Int(4),
        OwnerId = row.Long(5),
        Operation = row.WordOrNull<WriteOperation>(6),
        Hash = row.TextOrNull(7),
        TriedHash = row.TextOrNull(8),
        DestinationId = row.TextOrNull(9),
        Held = row.TextOrNull(10),
        Locked = row.Flag(11),
        Reason = row.TextOrNull(12),
        Message = row.TextOrNull(13),
        Fingerprint = row.Text(14) is { Length: > 0 } fingerprint ? fingerprint : null,
        Attempts = row.Int(15),
        NextTryAt = row.MomentOrNull(16),
        AcknowledgementDue = row.Flag(17),
        FirstSeenAt = row.Moment(18),
        ChangedAt = row.Moment(19),
    };
}
