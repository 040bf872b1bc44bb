namespace PulpoSync.Engine.Storage;

/// <summary>What runs ask of the ledger. Each answer costs what it holds, however many rows lie beside it.</summary>
internal static class LedgerQueries
{
    /// <summary>?1 route, ?2 source keys as JSON.</summary>
    public const string Rows =
        $"""
        SELECT {LedgerTable.Columns}
        FROM json_each(?2) AS wanted
        CROSS JOIN ledger l ON l.route_id = ?1 AND l.source_key = wanted.value
        ORDER BY l.source_key, l.part
        """;

    /// <summary>?1 route, ?2 numbers as JSON, ?3 their bare forms as JSON: the index knows those.</summary>
    public const string KeysOfNumbers =
        """
        SELECT DISTINCT l.source_key
        FROM json_each(?3) AS wanted
        CROSS JOIN ledger l ON l.bare_number = wanted.value AND l.route_id = ?1
        WHERE l.number IN (SELECT wanted.value FROM json_each(?2) AS wanted)
        """;

    /// <summary>?1 type, ?2 source account, ?3 destination account, ?4 numbers as JSON, ?5 their bare forms as JSON.</summary>
    public const string RowsOfNumbers =
        $"""
        SELECT {LedgerTable.Columns}
        FROM routes r
        CROSS JOIN json_each(?5) AS wanted
        CROSS JOIN ledger l ON l.bare_number = wanted.value AND l.route_id = r.id
        WHERE r.type = ?1 AND r.source_account = ?2 AND r.destination_account = ?3 AND l.number IN (SELECT wanted.value FROM json_each(?4) AS wanted)
        ORDER BY l.id
        """;

    /// <summary>?1 route, ?2 limit.</summary>
    public const string Pending =
        $"""
        SELECT {LedgerTable.Columns}
        FROM ledger l
        WHERE l.route_id = ?1 AND l.state = 'Pending'
        ORDER BY l.changed_at, l.id
        LIMIT ?2
        """;

    /// <summary>
    /// ?1 route, ?2 owner, ?3 fingerprint now, ?4 skipped since, ?5 parked and untold rows due until, ?6 after this key, ?7 limit.
    /// "Another fingerprint" is no range of an index; hence the walk over the few fingerprints there are, one seek each.
    /// </summary>
    public const string KeysToRevisit =
        """
        WITH RECURSIVE marks (mark) AS (
            SELECT min(fingerprint) FROM ledger WHERE route_id = ?1 AND owner_id = ?2 AND state = 'Skipped'
            UNION ALL
            SELECT (SELECT min(fingerprint) FROM ledger WHERE route_id = ?1 AND owner_id = ?2 AND state = 'Skipped' AND fingerprint > mark)
            FROM marks WHERE mark IS NOT NULL
        ),
        candidates (source_key) AS (
            SELECT source_key FROM ledger
            WHERE route_id = ?1 AND owner_id = ?2 AND state = 'Parked' AND ifnull(next_try_at, 0) <= ?5 AND source_key > ?6
            UNION
            -- Parked rows are few: all of them are looked at, and only them.
            SELECT source_key FROM ledger INDEXED BY ledger_parked
            WHERE route_id = ?1 AND owner_id = ?2 AND state = 'Parked' AND fingerprint <> ?3 AND source_key > ?6
            UNION
            SELECT source_key FROM ledger
            WHERE route_id = ?1 AND owner_id = ?2 AND state = 'Waiting' AND source_key > ?6
            UNION
            SELECT source_key FROM ledger
            WHERE route_id = ?1 AND owner_id = ?2 AND acknowledgement_due = 1 AND ifnull(next_try_at, 0) <= ?5 AND source_key > ?6
            UNION
            SELECT l.source_key FROM marks
            CROSS JOIN ledger l ON l.route_id = ?1 AND l.owner_id = ?2 AND l.state = 'Skipped' AND l.fingerprint = mark AND l.first_seen_at >= ?4
            WHERE mark <> ?3 AND l.source_key > ?6
        )
        SELECT source_key FROM candidates
        WHERE NOT EXISTS (
            SELECT 1 FROM ledger pending
            WHERE pending.route_id = ?1 AND pending.source_key = candidates.source_key AND pending.state = 'Pending')
        ORDER BY source_key
        LIMIT ?7
        """;
}
