namespace PulpoSync.Engine.Storage;

/// <summary>Reads records of the ledger for people.</summary>
internal static class RecordQueries
{
    /// <summary>Records that fit, last changed first; of one state, or of all.</summary>
    public static List<IntegrationRecord> Run(Session session, RecordQuery query, LedgerState? state)
    {
        var (sql, arguments) = Build(session, query, state);
        return session.All(sql, Read, arguments);
    }

    /// <summary>The statement and its arguments.</summary>
    internal static (string Sql, object?[] Arguments) Build(Session session, RecordQuery query, LedgerState? state)
    {
        var filter = new Filter();
        // A word of the program, not of a person: as a literal it lets SQLite use the index of that state.
        if (state is { } word) filter.And($"state = '{word}'");
        if (query.Number is { } number) filter.AndNumber("ledger", number.Trim());
        filter.AndIntegration(session, "owner_id", query.Integration);
        // Where a number is asked, the closest hits are chosen afterwards; there are never many.
        var limit = query.Number is null ? $"LIMIT {filter.Place(query.Last)}" : "";
        // The plus keeps SQLite from walking all rows by time, where those of the state are few.
        var order = state is LedgerState.Pending or LedgerState.Waiting or LedgerState.Parked ? "+changed_at" : "changed_at";
        var sql =
            $"""
            SELECT l.number, l.source_key, l.part, i.name, i.type, l.state, l.reason, l.message, l.destination_id, l.attempts, l.next_try_at,
                   l.first_seen_at, l.changed_at
            FROM (SELECT id FROM ledger {filter.Where} ORDER BY {order} DESC, id DESC {limit}) AS chosen
            JOIN ledger l ON l.id = chosen.id
            JOIN integrations i ON i.id = l.owner_id
            ORDER BY l.changed_at DESC, l.id DESC
            """;
        return (sql, filter.Arguments);
    }

    private static IntegrationRecord Read(Row row) => new()
    {
        Number = row.Text(0),
        SourceKey = row.Text(1),
        // A decision about the whole record is filed under "@" and the integration that took it.
        Part = row.Text(2) is var part && part.StartsWith('@') ? "" : part,
        Integration = row.Text(3),
        Type = StoredType.Read(row.Text(4)),
        State = row.Word<LedgerState>(5),
        Reason = row.TextOrNull(6),
        Message = row.TextOrNull(7),
        DestinationId = row.TextOrNull(8),
        Attempts = row.Int(9),
        NextTryAt = row.MomentOrNull(10),
        FirstSeenAt = row.Moment(11),
        ChangedAt = row.Moment(12),
    };
}
