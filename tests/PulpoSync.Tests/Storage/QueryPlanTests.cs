using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

/// <summary>The questions that runs ask often are answered by indexes, also over a large ledger.</summary>
public sealed class QueryPlanTests(QueryPlanTests.LargeStore large) : IClassFixture<QueryPlanTests.LargeStore>
{
    private const int LedgerRows = 100_000;

    public static TheoryData<string, string> Statements => new()
    {
        { "rows", LedgerQueries.Rows },
        { "pending", LedgerQueries.Pending },
        { "revisit", LedgerQueries.KeysToRevisit },
        { "keys of numbers", LedgerQueries.KeysOfNumbers },
        { "rows of numbers", LedgerQueries.RowsOfNumbers },
        { "outstanding", OutstandingTable.Sums },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public void Ledger_queries_of_runs_scan_no_table(string what, string sql) => AssertNoScan(what, sql);

    [Fact]
    public void KeysToRevisit_uses_the_index_of_each_state()
    {
        var plan = Plan(LedgerQueries.KeysToRevisit);
        string[] indexes =
        [
            "ledger_parked (owner_id=? AND route_id=? AND <expr><?)",
            "ledger_waiting (owner_id=? AND route_id=? AND source_key>?)",
            "ledger_untold (owner_id=? AND route_id=? AND <expr><?)",
            "ledger_skipped (owner_id=? AND route_id=? AND fingerprint=? AND first_seen_at>?)",
            "pending USING INDEX sqlite_autoindex_ledger_1 (route_id=? AND source_key=?)",
        ];
        Assert.All(indexes, index => Assert.Contains(plan, line => line.Contains(index, StringComparison.Ordinal)));
    }

    [Fact]
    public void Parked_counts_use_the_indexes_of_the_few()
    {
        var plan = Plan(SqliteProtocol.ParkedSql);
        Assert.Contains(plan, line => line.Contains("ledger_parked", StringComparison.Ordinal));
        Assert.Contains(plan, line => line.Contains("ledger_untold", StringComparison.Ordinal));
    }

    [Fact]
    public void Pending_uses_its_index_in_order()
    {
        var plan = Plan(LedgerQueries.Pending);
        Assert.Contains(plan, line => line.Contains("ledger_pending (route_id=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public void Due_uses_its_index_in_order()
    {
        var plan = Plan(SqliteIntegrations.DueSql);
        Assert.Contains(plan, line => line.Contains("integrations_due (next_due_at<?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public void OfRoute_goes_from_the_integration_by_indexes() => AssertNoScan("of route", SqliteIntegrations.OfRouteSql);

    [Fact]
    public void Opposite_goes_from_the_integration_by_indexes() => AssertNoScan("opposite", SqliteIntegrations.OppositeSql);

    public static TheoryData<RecordQuery, LedgerState?, string> RecordQueryCases => new()
    {
        { new RecordQuery(), null, "ledger_by_change" },
        { new RecordQuery(Number: "1001"), null, "ledger_by_number" },
        { new RecordQuery(Number: "1001"), null, "ledger_by_key" },
        { new RecordQuery(Integration: "Shop Berlin"), null, "ledger_by_owner" },
        { new RecordQuery(), LedgerState.Parked, "ledger_parked" },
        { new RecordQuery(), LedgerState.Waiting, "ledger_waiting" },
        { new RecordQuery(), LedgerState.Pending, "ledger_pending" },
    };

    [Theory]
    [MemberData(nameof(RecordQueryCases))]
    public void Records_use_their_index(RecordQuery query, LedgerState? state, string index) => AssertIndex(
        large.Database.Read(session => RecordQueries.Build(session, query, state).Sql), index, "SCAN ledger");

    public static TheoryData<LogQuery, string> LogQueryCases => new()
    {
        { new LogQuery(), "log_by_time" },
        { new LogQuery(Number: "1001"), "log_by_number" },
        { new LogQuery(Number: "1001"), "log_by_key" },
        { new LogQuery(RunId: 1), "log_by_run" },
        { new LogQuery(Integration: "Shop Berlin"), "log_by_integration" },
        { new LogQuery(Level: LogLevel.Warning), "log_heavy" },
        { new LogQuery(Since: DateTimeOffset.UnixEpoch), "log_by_time" },
    };

    [Theory]
    [MemberData(nameof(LogQueryCases))]
    public void Log_uses_its_index(LogQuery query, string index) => AssertIndex(
        large.Database.Read(session => LogQueries.Build(session, query).Sql), index, "SCAN log");

    [Fact]
    public void KeysToRevisit_finds_the_few_among_the_many() => Assert.Equal(
        ["key-0000007", "key-0000008", "key-0000009"],
        large.Temp.Store.Runs.KeysToRevisit(
            new RevisitQuery(large.Route, large.Owner, "now", DateTimeOffset.UnixEpoch, AllParked: false), afterKey: null, limit: 100));

    private void AssertNoScan(string what, string sql)
    {
        var scans = Plan(sql).Where(line => line.StartsWith("SCAN", StringComparison.Ordinal)
            && !line.StartsWith("SCAN wanted VIRTUAL TABLE", StringComparison.Ordinal)
            && line is not ("SCAN marks" or "SCAN candidates")).ToList();
        Assert.True(scans.Count == 0, $"{what}: {string.Join("; ", scans)}");
    }

    private void AssertIndex(string sql, string index, string scan)
    {
        var plan = Plan(sql);
        Assert.Contains(plan, line => line.Contains($"INDEX {index}", StringComparison.Ordinal));
        Assert.DoesNotContain(scan, plan);
    }

    private List<string> Plan(string sql) => large.Database.Read(session => session.All("EXPLAIN QUERY PLAN " + sql, row => row.Text(3)));

    public sealed class LargeStore : IDisposable
    {
        public LargeStore()
        {
            Owner = Temp.AddIntegration("Shop Berlin").Id;
            Route = Temp.AddRoute();
            var now = Temp.Time.GetUtcNow();
            Database = Temp.OpenFile();
            Database.Write(session =>
            {
                for (var i = 0; i < LedgerRows; i++)
                {
                    var usual = i % 2 == 0 ? LedgerState.Written : LedgerState.Skipped;
                    var state = i switch { 7 => LedgerState.Parked, 8 => LedgerState.Waiting, _ => usual };
                    var fingerprint = i == 9 ? "before" : "now";
                    LedgerTable.Put(session, Route, new LedgerRow
                    {
                        SourceKey = FormattableString.Invariant($"key-{i:D7}"), Part = "", State = state, OwnerId = Owner, Fingerprint = fingerprint,
                        Number = FormattableString.Invariant($"{i}"),
                    }, now);
                }
            });
        }

        internal TempStore Temp { get; } = new();

        internal Database Database { get; }

        internal long Owner { get; }

        internal long Route { get; }

        public void Dispose()
        {
            Database.Dispose();
            Temp.Dispose();
        }
    }
}
