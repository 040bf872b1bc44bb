using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Storage;

public sealed class SqliteProtocolTests : IDisposable
{
    private readonly TempStore _temp = new();
    private readonly StoredIntegration _integration;
    private readonly Lease _lease;

    public SqliteProtocolTests()
    {
        _integration = _temp.AddIntegration("Shop Berlin");
        _lease = _temp.TakeLease(_temp.AddRoute());
    }

    private IProtocolStore Sut => _temp.Store.Protocol;

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("1001", "1001,1001_1,1001_2,1001 (RE-3003),1001_2 (RE-7),#1001-A,#1001-B,SHOP2-1001,key5")]
    [InlineData("#1001-A", "#1001-A")]
    [InlineData("#1001-a", "#1001-A")]
    [InlineData("#1001", "1001,1001_1,1001_2,1001 (RE-3003),1001_2 (RE-7),#1001-A,#1001-B,SHOP2-1001,key5")]
    [InlineData("1001_2", "1001_2,1001_2 (RE-7)")]
    [InlineData("3003", "")]
    [InlineData("SHOP2-1001", "SHOP2-1001")]
    [InlineData("2002", "2002,2002_1")]
    [InlineData("5001", "key5")]
    [InlineData("gid://shopify/Order/5001", "key5")]
    [InlineData("DRAFT-A", "draft-A")]
    [InlineData("10", "")]
    [InlineData("9999", "")]
    public void Records_by_number_finds_every_way_of_writing_it_exact_hits_first(string typed, string expected)
    {
        Put(
            ("SHOP2-1001", "k1"), ("#1001-A", "k2"), ("#1001-B", "k3"), ("1001_2", "k4"), ("1001_1", "k5"), ("1001", "k6"), ("2002_1", "k7"),
            ("2002", "k8"), ("draft-A", "k9"), ("11001", "k10"), ("1001 (RE-3003)", "k11"), ("1001_2 (RE-7)", "k12"));
        _temp.Store.Runs.Prepare(_lease, [Row("gid://shopify/Order/5001", "1001-7", LedgerState.Written) with { Part = "key5" }]);

        var found = Sut.Records(new RecordQuery(typed)).Select(record => record.Part == "key5" ? "key5" : record.Number).ToList();

        var wanted = expected.Split(',', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(wanted.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        if (wanted.Length > 0) Assert.Equal(wanted[0], found[0]);
    }

    [Fact]
    public void ClearLog_deletes_older_lines_of_the_named_integrations_only()
    {
        var other = _temp.AddIntegration("Shop Hamburg");
        _temp.Store.Runs.Log(LogLevel.Warning, null, _integration.Id, "Old", "old");
        _temp.Store.Runs.Log(LogLevel.Warning, null, other.Id, "Other", "old too");
        _temp.Time.Advance(TempStore.Minute);
        var before = _temp.Time.GetUtcNow();
        _temp.Store.Runs.Log(LogLevel.Warning, null, _integration.Id, "New", "new");

        Assert.Equal(1, Sut.ClearLog("Shop B*", before));

        Assert.Equal(["Other", "New"], Sut.Log(new LogQuery()).Select(line => line.Code));
    }

    [Fact]
    public void Records_gives_last_changed_first_of_the_asked_states_and_integrations()
    {
        var other = _temp.AddIntegration("Shop Hamburg");
        Put(("1", "k1"));
        _temp.Time.Advance(TempStore.Minute);
        var parkedRow = Row("k2", "2", LedgerState.Parked) with { Attempts = 2, Reason = "UnknownSku", Message = "Unknown SKU A." };
        _temp.Store.Runs.Prepare(_lease, [parkedRow]);
        _temp.Time.Advance(TempStore.Minute);
        _temp.Store.Runs.Prepare(_lease, [Row("k3", "3", LedgerState.Waiting) with { OwnerId = other.Id, Part = $"@{other.Id}" }]);

        Assert.Equal(["3", "2", "1"], Numbers(new RecordQuery()));
        Assert.Equal(["3"], Numbers(new RecordQuery(Last: 1)));
        Assert.Equal(["3", "2"], Numbers(new RecordQuery(State: [LedgerState.Parked, LedgerState.Waiting])));
        Assert.Equal(["2", "1"], Numbers(new RecordQuery(Integration: "*berlin")));
        Assert.Equal(["3"], Numbers(new RecordQuery(Integration: "Shop Hamburg")));
        Assert.Empty(Numbers(new RecordQuery(Integration: "nobody")));
        var waiting = Assert.Single(Sut.Records(new RecordQuery(Number: "3")));
        Assert.Equal(("", IntegrationType.SalesOrders), (waiting.Part, waiting.Type));
        var parked = Assert.Single(Sut.Records(new RecordQuery(State: [LedgerState.Parked])));
        Assert.Equal((2, "UnknownSku", "Unknown SKU A."), (parked.Attempts, parked.Reason, parked.Message));
    }

    [Fact]
    public void Records_of_a_deleted_integration_still_name_it()
    {
        Put(("1", "k1"));
        _temp.Store.Integrations.Delete(_integration.Id);
        Assert.Equal("Shop Berlin", Assert.Single(Sut.Records(new RecordQuery(Integration: "Shop*"))).Integration);
    }

    [Fact]
    public void Log_merges_lines_and_outcomes_oldest_first()
    {
        var run = Run(Outcome("1001", OutcomeKind.Created), Outcome("1002", OutcomeKind.Failed), Outcome("1003", OutcomeKind.Parked));
        _temp.Time.Advance(TempStore.Minute);
        _temp.Store.Runs.Log(LogLevel.Warning, run, _integration.Id, "SlowSystem", "PULPO answers slowly.");
        _temp.Store.Runs.Log(LogLevel.Information, null, null, "StorePruned", "Old lines were deleted.");

        var log = Sut.Log(new LogQuery());

        Assert.Equal(
            [
                (LogLevel.Information, OutcomeKind.Created, "1001", "Created"),
                (LogLevel.Error, OutcomeKind.Failed, "1002", "Failed"),
                (LogLevel.Warning, OutcomeKind.Parked, "1003", "Parked"),
                (LogLevel.Warning, null, null, "SlowSystem"),
                (LogLevel.Information, null, null, "StorePruned"),
            ],
            log.Select(entry => (entry.Level, entry.Outcome, entry.Number, entry.Code)));
        Assert.Equal("Shop Berlin", log[0].Integration);
        Assert.Equal(run, log[0].RunId);
        Assert.Null(log[4].Integration);
    }

    [Fact]
    public void Log_filters_by_level_run_number_integration_and_time()
    {
        var first = Run(Outcome("1001", OutcomeKind.Created), Outcome("1002", OutcomeKind.Failed));
        _temp.Time.Advance(TempStore.Minute);
        Run(Outcome("1001_2", OutcomeKind.Updated));

        Assert.Equal(["1002"], LogNumbers(new LogQuery(Level: LogLevel.Warning)));
        Assert.Equal(["1001", "1002"], LogNumbers(new LogQuery(RunId: first)));
        Assert.Equal(["1001", "1001_2"], LogNumbers(new LogQuery(Number: "1001")));
        Assert.Equal(["1001_2"], LogNumbers(new LogQuery(Since: _temp.Time.GetUtcNow())));
        Assert.Equal(["1002", "1001_2"], LogNumbers(new LogQuery(Last: 2)));
        Assert.Equal(3, LogNumbers(new LogQuery(Integration: "shop ?erlin")).Count);
        Assert.Empty(LogNumbers(new LogQuery(Integration: "other")));
    }

    [Fact]
    public void Runs_filters_by_integration_and_time()
    {
        Run();
        _temp.Time.Advance(TempStore.Minute);
        var second = Run();
        Assert.Equal([second], Sut.Runs(new RunQuery(Since: _temp.Time.GetUtcNow())).Select(run => run.Id));
        Assert.Equal([second], Sut.Runs(new RunQuery("Shop*", 1)).Select(run => run.Id));
        Assert.Empty(Sut.Runs(new RunQuery("other")));
    }

    [Fact]
    public void Status_counts_waiting_and_parked_and_shows_the_last_run()
    {
        var due = _temp.Time.GetUtcNow() + TempStore.Minute;
        _temp.Store.Integrations.SetSchedule(_integration.Id, null, due);
        _temp.AddIntegration("never ran");
        _temp.Store.Runs.Prepare(_lease, [Row("1", "1", LedgerState.Waiting), Row("2", "2", LedgerState.Parked), Row("3", "3", LedgerState.Parked)]);
        Run();
        var last = Run();

        var status = Sut.Status();

        Assert.Equal(["never ran", "Shop Berlin"], status.Select(line => line.Integration));
        Assert.Null(status[0].LastRun);
        Assert.Equal((1, 2, last, due), (status[1].Waiting, status[1].Parked, status[1].LastRun!.Id, status[1].NextDueAt));
    }

    [Theory]
    [InlineData(LedgerState.Written, ReasonCodes.AcknowledgementFailed, true, 1)]
    [InlineData(LedgerState.Written, null, true, 0)]
    [InlineData(LedgerState.Written, ReasonCodes.AcknowledgementFailed, false, 0)]
    [InlineData(LedgerState.Parked, ReasonCodes.LabelUnclear, true, 1)]
    public void Status_counts_what_the_source_could_not_be_told_as_failed(LedgerState state, string? reason, bool isDue, int expected)
    {
        var row = new LedgerRow { SourceKey = "1", Part = "", State = state, OwnerId = _integration.Id, Reason = reason, AcknowledgementDue = isDue };
        _temp.Store.Runs.Prepare(_lease, [row]);

        Assert.Equal(expected, Sut.Status().Single().Parked);
    }

    [Fact]
    public void Status_says_since_when_starts_come_to_no_run()
    {
        var since = _temp.Time.GetUtcNow();
        _temp.Store.Integrations.HoldUp(_integration.Id);
        _temp.Time.Advance(TempStore.Minute);
        _temp.Store.Integrations.HoldUp(_integration.Id);
        Assert.Equal(since, Sut.Status().Single().HeldUpSince);

        Run();
        Assert.Null(Sut.Status().Single().HeldUpSince);

        _temp.Store.Integrations.HoldUp(_integration.Id);
        _temp.Store.Integrations.Save(_temp.Store.Integrations.Find(_integration.Name)!);
        Assert.Null(Sut.Status().Single().HeldUpSince);
    }

    [Fact]
    public void Prune_keeps_lines_30_outcomes_90_runs_365_days_and_the_ledger_for_good()
    {
        Put(("1", "k1"));
        Run(Outcome("1", OutcomeKind.Created));
        _temp.Store.Runs.Log(LogLevel.Warning, null, null, "Line", "A line.");

        var steps = new[] { (30, 1, 1, 1), (31, 0, 1, 1), (90, 0, 1, 1), (91, 0, 0, 1), (365, 0, 0, 1), (366, 0, 0, 0) };
        foreach (var (days, lines, outcomes, runs) in steps)
        {
            _temp.Time.SetUtcNow(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero) + TimeSpan.FromDays(days));
            Sut.Prune();
            var log = Sut.Log(new LogQuery());
            Assert.Equal((lines, outcomes), (log.Count(entry => entry.Outcome is null), log.Count(entry => entry.Outcome is not null)));
            Assert.Equal(runs, Sut.Runs(new RunQuery()).Count);
        }

        Assert.Single(Sut.Records(new RecordQuery()));
    }

    private void Put(params (string Number, string Key)[] records) =>
        _temp.Store.Runs.Prepare(_lease, [.. records.Select(record => Row(record.Key, record.Number, LedgerState.Written))]);

    private LedgerRow Row(string key, string number, LedgerState state) =>
        new() { SourceKey = key, Part = "", Number = number, State = state, OwnerId = _integration.Id };

    private static RunOutcome Outcome(string number, OutcomeKind kind) => new("gid://shopify/Order/" + number, "", number, kind, null, null);

    private long Run(params RunOutcome[] outcomes)
    {
        var run = _temp.Store.Runs.StartRun(_integration.Id, _lease, "recurring");
        _temp.Store.Runs.Commit(new PageCommit
        {
            RunId = run, IntegrationId = _integration.Id, Lease = _lease, Outcomes = outcomes, Counts = new RunCounts(),
        });
        return run;
    }

    private List<string> Numbers(RecordQuery query) => [.. Sut.Records(query).Select(record => record.Number)];

    private List<string?> LogNumbers(LogQuery query) => [.. Sut.Log(query).Select(entry => entry.Number)];
}
