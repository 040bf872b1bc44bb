using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Diagnostics;

namespace PulpoSync.Engine.Storage;

/// <summary>What a run reads and writes.</summary>
internal sealed class SqliteRuns(Database database, ILeases leases, TimeProvider time) : IRunStore
{
    private static readonly Failure ProcessDied = new(
        FailureKind.Transient, "ProcessDied", "The process ended before the run did; the next run goes on from what was committed.");

    private const string CompleteSql =
        """
        UPDATE integrations SET read_at = (SELECT started_at FROM runs WHERE id = ?1)
        WHERE id = (SELECT integration_id FROM runs WHERE id = ?1)
        """;

    public ILeases Leases => leases;

    public long StartRun(long integrationId, Lease lease, string trigger) => database.Write(session =>
    {
        SqliteLeases.Demand(session, lease);
        var now = time.GetUtcNow();
        session.Execute(
            "UPDATE runs SET status = ?2, ended_at = ?3, failure = ?4 WHERE route_id = ?1 AND status = 'Running'",
            lease.RouteId, RunStatus.Failed, now, StoreJson.Write(ProcessDied, StoreJson.Default.Failure));
        session.Execute("UPDATE integrations SET held_up_since = NULL WHERE id = ?1 AND held_up_since IS NOT NULL", integrationId);
        return session.First(
            """
            INSERT INTO runs (integration_id, route_id, status, trigger, started_at, counts) VALUES (?1, ?2, 'Running', ?3, ?4, '{}') RETURNING id
            """,
            row => row.Long(0), integrationId, lease.RouteId, trigger, now);
    });

    // Who took it over called it dead, and could not know better: it slept, and says so itself now. Else it stays as the new holder left it.
    public bool FinishRun(long runId, RunStatus status, RunCounts counts, Failure? failure, bool isComplete = false) => database.Write(session =>
    {
        var ended = session.Execute(
            "UPDATE runs SET status = ?2, ended_at = ?3, counts = ?4, failure = ?5 WHERE id = ?1 AND status = 'Running'",
            runId, status, time.GetUtcNow(), StoreJson.Write(counts, StoreJson.Default.RunCounts), StoreJson.Write(failure, StoreJson.Default.Failure));
        if (ended == 1 && isComplete) session.Execute(CompleteSql, runId);
        if (ended == 0) session.Execute("UPDATE runs SET failure = ?2 WHERE id = ?1", runId, StoreJson.Write(LeaseLostException.Failure, StoreJson.Default.Failure));
        return ended == 1;
    });

    public IReadOnlyList<long> WantStop(string integration) => database.Write(session =>
    {
        var filter = new Filter();
        filter.And("run.status = 'Running'");
        filter.AndIntegration(session, "run.integration_id", integration);
        var working = AtWork(session, filter);
        foreach (var id in working) session.Execute("UPDATE runs SET stop_wanted = 1 WHERE id = ?1", id);
        return working;
    });

    public bool IsStopWanted(long runId) =>
        database.Read(session => session.First("SELECT stop_wanted FROM runs WHERE id = ?1", row => row.Flag(0), runId));

    public bool IsAtWork(long runId) => database.Read(session =>
    {
        var filter = new Filter();
        filter.And($"run.id = {filter.Place(runId)} AND run.status = 'Running'");
        return AtWork(session, filter).Count > 0;
    });

    // A run whose process died stays "Running" until the next one of its route finds it.
    private static IReadOnlyList<long> AtWork(Session session, Filter filter) =>
    [
        .. session.All(
            $"SELECT run.id, lease.process FROM runs run JOIN leases lease ON lease.route_id = run.route_id AND lease.holder IS NOT NULL {filter.Where}",
            row => (Id: row.Long(0), Process: row.Text(1)), filter.Arguments)
            .Where(run => !ProcessIdentity.IsSurelyDead(run.Process)).Select(run => run.Id),
    ];

    public IReadOnlyList<Outstanding> Outstanding(IReadOnlyCollection<IntegrationType> types, string sourceAccount, string destinationAccount) =>
        database.Read(session => session.All(
            OutstandingTable.Sums, OutstandingTable.Read,
            StoreJson.Write(types.Select(type => type.ToStoredName()), StoreJson.Default.IEnumerableString), sourceAccount, destinationAccount));

    public void AddMarks(string account, IReadOnlyCollection<string> texts) => database.Write(session =>
    {
        foreach (var text in texts) session.Execute("INSERT INTO marks (account, text) VALUES (?1, ?2) ON CONFLICT DO NOTHING", account, text);
    });

    public IReadOnlyList<string> Marks(string account) =>
        database.Read(session => session.All("SELECT text FROM marks WHERE account = ?1 ORDER BY text", row => row.Text(0), account));

    public IReadOnlyDictionary<string, IReadOnlyList<LedgerRow>> Rows(long routeId, IReadOnlyCollection<string> sourceKeys)
    {
        var keys = StoreJson.Write(sourceKeys.Distinct(StringComparer.Ordinal), StoreJson.Default.IEnumerableString);
        var found = database.Read(session => session.All(LedgerQueries.Rows, LedgerTable.Read, routeId, keys)).ToLookup(row => row.SourceKey);
        return sourceKeys.Distinct(StringComparer.Ordinal)
            .ToDictionary(key => key, key => (IReadOnlyList<LedgerRow>)[.. found[key]], StringComparer.Ordinal);
    }

    public IReadOnlyList<LedgerRow> Pending(long routeId, int limit) =>
        database.Read(session => session.All(LedgerQueries.Pending, LedgerTable.Read, routeId, limit));

    public IReadOnlyList<string> KeysToRevisit(RevisitQuery query, string? afterKey, int limit) => database.Read(session => session.All(
        LedgerQueries.KeysToRevisit, row => row.Text(0),
        query.RouteId, query.OwnerId, query.Fingerprint, query.SkippedSince, query.AllParked ? DateTimeOffset.MaxValue : time.GetUtcNow(),
        afterKey ?? "", limit));

    public IReadOnlyList<string> KeysOfNumbers(long routeId, IReadOnlyCollection<string> numbers)
    {
        var (exact, bare) = Forms(numbers);
        return database.Read(session => session.All(LedgerQueries.KeysOfNumbers, row => row.Text(0), routeId, exact, bare));
    }

    public IReadOnlyList<LedgerRow> RowsOfNumbers(IntegrationType type, string sourceAccount, string destinationAccount, IReadOnlyCollection<string> numbers)
    {
        var (exact, bare) = Forms(numbers);
        return database.Read(session => session.All(
            LedgerQueries.RowsOfNumbers, LedgerTable.Read, type.ToStoredName(), sourceAccount, destinationAccount, exact, bare));
    }

    public void Prepare(Lease lease, IReadOnlyList<LedgerRow> rows) => database.Write(session =>
    {
        SqliteLeases.Demand(session, lease);
        var now = time.GetUtcNow();
        foreach (var row in rows) LedgerTable.Put(session, lease.RouteId, row, now);
    });

    public void Commit(PageCommit commit) => database.Write(session =>
    {
        SqliteLeases.Demand(session, commit.Lease);
        var now = time.GetUtcNow();
        foreach (var (sourceKey, part) in commit.Obsolete) LedgerTable.Delete(session, commit.Lease.RouteId, sourceKey, part);
        foreach (var row in commit.Rows) LedgerTable.Put(session, commit.Lease.RouteId, row, now);
        // "Unchanged" is counted only: a look-back over a month would write a line for every order of it, each day.
        foreach (var outcome in commit.Outcomes.Where(outcome => outcome.Kind is not OutcomeKind.Unchanged))
            LogTable.Add(session, commit.RunId, commit.IntegrationId, outcome, now);
        OutstandingTable.Replace(session, commit.Lease.RouteId, commit.Outstanding);
        if (commit.WatchCursor is not null) session.Execute("UPDATE integrations SET watch_cursor = ?2 WHERE id = ?1", commit.IntegrationId, commit.WatchCursor);
        if (commit.Cursor is not null) session.Execute("UPDATE integrations SET cursor = ?2 WHERE id = ?1", commit.IntegrationId, commit.Cursor);
        session.Execute("UPDATE runs SET counts = ?2 WHERE id = ?1", commit.RunId, StoreJson.Write(commit.Counts, StoreJson.Default.RunCounts));
        HaltPoint.Reach(HaltPoint.Committing);
    });

    public void Log(LogLevel level, long? runId, long? integrationId, string code, string message) =>
        database.Write(session => LogTable.Add(session, level, runId, integrationId, code, message, time.GetUtcNow()));

    // The index knows the bare forms.
    private static (string? Exact, string? Bare) Forms(IReadOnlyCollection<string> numbers) => (
        StoreJson.Write(numbers.Distinct(StringComparer.Ordinal), StoreJson.Default.IEnumerableString),
        StoreJson.Write(numbers.Select(BareNumber.Of).Distinct(StringComparer.Ordinal), StoreJson.Default.IEnumerableString));
}
