using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Storage;

/// <summary>What people ask. Rows are chosen by indexes first and joined with their names afterwards.</summary>
internal sealed class SqliteProtocol(Database database, TimeProvider time) : IProtocolStore
{
    /// <summary>Parked ones, and written ones whose source could not be told: people wait for both.</summary>
    internal const string ParkedSql =
        $"""
        SELECT owner_id, count(*)
        FROM (
            SELECT owner_id FROM ledger WHERE state = 'Parked'
            UNION ALL
            SELECT owner_id FROM ledger WHERE acknowledgement_due = 1 AND state <> 'Parked' AND reason = '{ReasonCodes.AcknowledgementFailed}'
        )
        GROUP BY owner_id
        """;

    private const string RunColumns = "run.id, i.name, i.type, run.status, run.trigger, run.started_at, run.ended_at, run.counts, run.failure";

    public IReadOnlyList<IntegrationRun> Runs(RunQuery query) => database.Read(session =>
    {
        var filter = new Filter();
        filter.AndIntegration(session, "run.integration_id", query.Integration);
        if (query.Since is { } since) filter.And($"run.started_at >= {filter.Place(since)}");
        var sql =
            $"""
            SELECT {RunColumns}
            FROM runs run
            JOIN integrations i ON i.id = run.integration_id
            {filter.Where}
            ORDER BY run.id DESC
            LIMIT {filter.Place(query.Last)}
            """;
        return session.All(sql, row => ReadRun(row, 0), filter.Arguments);
    });

    public IReadOnlyList<IntegrationRun> Runs(IReadOnlyCollection<long> ids) => database.Read(session => session.All(
        $"SELECT {RunColumns} FROM runs run JOIN integrations i ON i.id = run.integration_id WHERE run.id IN (SELECT value FROM json_each(?1)) ORDER BY run.id",
        row => ReadRun(row, 0), StoreJson.Write(ids, StoreJson.Default.IEnumerableInt64)));

    public IReadOnlyList<IntegrationRecord> Records(RecordQuery query) => database.Read(session =>
    {
        LedgerState?[] states = query.State is { Count: > 0 } wanted ? [.. wanted.Distinct()] : [null];
        // State by state, because a state of which there are few has an index of its own.
        var records = states.SelectMany(state => RecordQueries.Run(session, query, state)).OrderByDescending(record => record.ChangedAt);
        return query.Number is { } number
            ? NumberMatch.Rank(number.Trim(), records, record => record.Number, record => record.SourceKey).Take(query.Last).ToList()
            : records.Take(query.Last).ToList();
    });

    public IReadOnlyList<IntegrationLogEntry> Log(LogQuery query) => database.Read(session => LogQueries.Run(session, query));

    public IReadOnlyList<IntegrationStatus> Status() => database.Read(session =>
    {
        var waiting = Count(session, "SELECT owner_id, count(*) FROM ledger WHERE state = 'Waiting' GROUP BY owner_id");
        var parked = Count(session, ParkedSql);
        return session.All(
            $"""
            SELECT i.id, i.name, i.type, i.enabled, i.next_due_at, i.held_up_since, i.read_at, {RunColumns}
            FROM integrations i
            LEFT JOIN runs run ON run.id = (SELECT max(id) FROM runs WHERE integration_id = i.id)
            WHERE i.deleted_at IS NULL
            ORDER BY i.name_key
            """,
            row => new IntegrationStatus
            {
                Integration = row.Text(1),
                Type = StoredType.Read(row.Text(2)),
                Enabled = row.Flag(3),
                NextDueAt = row.Flag(3) ? row.MomentOrNull(4) : null,
                Waiting = waiting.GetValueOrDefault(row.Long(0)),
                Parked = parked.GetValueOrDefault(row.Long(0)),
                HeldUpSince = row.MomentOrNull(5),
                Lag = time.GetUtcNow() - row.MomentOrNull(6),
                LastRun = row.IsNull(7) ? null : ReadRun(row, 7),
            });
    });

    public int ClearLog(string? integration, DateTimeOffset before) => Retention.Delete(database, (session, batch) =>
    {
        var filter = new Filter();
        filter.And($"at < {filter.Place(before)}");
        filter.AndIntegration(session, "integration_id", integration);
        return session.Execute($"DELETE FROM log WHERE id IN (SELECT id FROM log {filter.Where} LIMIT {filter.Place(batch)})", filter.Arguments);
    });

    public void Prune() => Retention.Apply(database, time.GetUtcNow());

    private static Dictionary<long, int> Count(Session session, string sql) =>
        session.All(sql, row => (Owner: row.Long(0), Count: row.Int(1))).ToDictionary(line => line.Owner, line => line.Count);

    private static IntegrationRun ReadRun(Row row, int first) => new()
    {
        Id = row.Long(first),
        Integration = row.Text(first + 1),
        Type = StoredType.Read(row.Text(first + 2)),
        Status = row.Word<RunStatus>(first + 3),
        Trigger = row.Text(first + 4),
        StartedAt = row.Moment(first + 5),
        EndedAt = row.MomentOrNull(first + 6),
        Counts = StoreJson.Read(row.Text(first + 7), StoreJson.Default.RunCounts)!,
        Error = StoreJson.Read(row.TextOrNull(first + 8), StoreJson.Default.Failure),
    };
}
