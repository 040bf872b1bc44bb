using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Storage;

public sealed class SqliteRunsTests : IDisposable
{
    private readonly TempStore _temp = new();
    private readonly StoredIntegration _integration;
    private readonly Lease _lease;

    public SqliteRunsTests()
    {
        _integration = _temp.AddIntegration("Shop Berlin");
        _lease = _temp.TakeLease(_temp.AddRoute());
    }

    private IRunStore Sut => _temp.Store.Runs;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void StartRun_marks_runs_of_dead_processes_as_failed()
    {
        var dead = Sut.StartRun(_integration.Id, _lease, "recurring");
        _temp.Time.Advance(TempStore.Minute);
        var run = Sut.StartRun(_integration.Id, _lease, "manual");

        var runs = _temp.Store.Protocol.Runs(new RunQuery());
        Assert.Equal([run, dead], runs.Select(each => each.Id));
        Assert.Equal(RunStatus.Running, runs[0].Status);
        Assert.Equal(RunStatus.Failed, runs[1].Status);
        Assert.Equal("ProcessDied", runs[1].Error!.Code);
        Assert.Equal(TempStore.Minute, runs[1].Duration);
    }

    [Fact]
    public void StartRun_leaves_runs_of_other_routes_alone()
    {
        var otherRoute = _temp.Store.Integrations.RouteId(IntegrationType.Stock, "pulpo:acme", "shopify:acme");
        Sut.StartRun(_integration.Id, _temp.TakeLease(otherRoute), "recurring");
        Sut.StartRun(_integration.Id, _lease, "recurring");
        Assert.All(_temp.Store.Protocol.Runs(new RunQuery()), run => Assert.Equal(RunStatus.Running, run.Status));
    }

    [Fact]
    public void WantStop_reaches_runs_at_work_by_their_integrations_name()
    {
        var other = _temp.AddIntegration("Shop Hamburg");
        var (berlin, hamburg) = (Sut.StartRun(_integration.Id, _lease, "recurring"), Sut.StartRun(other.Id, _temp.TakeLease(_temp.Store.Integrations.RouteId(IntegrationType.Stock, "a", "b")), "recurring"));

        Assert.Equal([berlin], Sut.WantStop("shop b*"));

        Assert.True(Sut.IsStopWanted(berlin));
        Assert.False(Sut.IsStopWanted(hamburg));
    }

    [Fact]
    public void WantStop_leaves_out_what_has_ended_or_lost_its_lease()
    {
        var ended = Sut.StartRun(_integration.Id, _lease, "recurring");
        Sut.FinishRun(ended, RunStatus.Finished, new RunCounts(), null);
        Assert.Empty(Sut.WantStop("*"));

        var left = Sut.StartRun(_integration.Id, _lease, "recurring");
        Assert.True(Sut.IsAtWork(left));
        Sut.Leases.Release(_lease);
        Assert.Empty(Sut.WantStop("*"));
        Assert.False(Sut.IsAtWork(left));
    }

    [Fact]
    public void FinishRun_keeps_status_counts_and_failure()
    {
        var id = Sut.StartRun(_integration.Id, _lease, "daily");
        _temp.Time.Advance(TempStore.Minute);
        var failure = new Failure(FailureKind.Authentication, "TokenRefused", "Shopify refused the token.", TimeSpan.FromSeconds(5));
        Sut.FinishRun(id, RunStatus.Failed, new RunCounts { Read = 3, Created = 2, Failed = 1 }, failure);

        var run = Assert.Single(_temp.Store.Protocol.Runs(new RunQuery()));
        Assert.Equal(RunStatus.Failed, run.Status);
        Assert.Equal("daily", run.Trigger);
        Assert.Equal(new RunCounts { Read = 3, Created = 2, Failed = 1 }, run.Counts);
        Assert.Equal(failure, run.Error);
        Assert.Equal(TempStore.Minute, run.Duration);
    }

    [Fact]
    public void FinishRun_of_a_taken_over_run_only_says_that_it_lost_its_lease()
    {
        var asleep = Sut.StartRun(_integration.Id, _lease, "recurring");
        Sut.StartRun(_integration.Id, _lease, "recurring");

        var isOurs = Sut.FinishRun(asleep, RunStatus.Finished, new RunCounts { Read = 1 }, null);

        var run = _temp.Store.Protocol.Runs(new RunQuery())[1];
        Assert.Equal((false, RunStatus.Failed, "LeaseLost", 0), (isOurs, run.Status, run.Error?.Code, run.Counts.Read));
    }

    [Fact]
    public void Prepare_makes_rows_durable_with_every_field()
    {
        var row = new LedgerRow
        {
            SourceKey = "gid://shopify/Order/1",
            Part = "Berlin/1",
            State = LedgerState.Pending,
            Number = "1001_2",
            Ordinal = 2,
            OwnerId = _integration.Id,
            Operation = WriteOperation.Withdraw,
            Hash = "h",
            TriedHash = "t",
            DestinationId = "77",
            Held = "{\"a\":1}",
            Locked = true,
            Reason = "Paused",
            Message = "Paused at the destination.",
            Fingerprint = "f",
            Attempts = 3,
            NextTryAt = _temp.Time.GetUtcNow() + TempStore.Minute,
            AcknowledgementDue = true,
            FirstSeenAt = _temp.Time.GetUtcNow() - TempStore.Minute,
        };
        Sut.Prepare(_lease, [row]);

        using var other = _temp.OpenAnother();
        Assert.Equal(row with { ChangedAt = _temp.Time.GetUtcNow() }, Assert.Single(other.Runs.Rows(_lease.RouteId, [row.SourceKey])[row.SourceKey]));
    }

    [Fact]
    public void Commit_replaces_a_row_but_not_when_it_was_first_seen()
    {
        Sut.Prepare(_lease, [Row("1", LedgerState.Pending)]);
        var first = Rows("1")[0];
        _temp.Time.Advance(TempStore.Minute);

        Commit(rows: [Row("1", LedgerState.Written) with { DestinationId = "9", FirstSeenAt = _temp.Time.GetUtcNow() }]);

        var second = Assert.Single(Rows("1"));
        Assert.Equal(LedgerState.Written, second.State);
        Assert.Equal("9", second.DestinationId);
        Assert.Equal(first.FirstSeenAt, second.FirstSeenAt);
        Assert.Equal(first.ChangedAt + TempStore.Minute, second.ChangedAt);
    }

    [Fact]
    public void Commit_writes_outcomes_cursor_and_counts_and_removes_obsolete_rows()
    {
        Commit(rows: [Row("1", LedgerState.Skipped, "@1"), Row("2", LedgerState.Skipped, "@1")]);

        Commit(
            rows: [Row("1", LedgerState.Written, "Berlin/1")],
            obsolete: [("1", "@1")],
            outcomes: [Outcome("1", OutcomeKind.Created), Outcome("3", OutcomeKind.Unchanged)],
            cursor: "c2",
            counts: new RunCounts { Read = 2, Created = 1, Unchanged = 1 });

        Assert.Equal(["Berlin/1"], Rows("1").Select(row => row.Part));
        Assert.Equal(["@1"], Rows("2").Select(row => row.Part));
        Assert.Equal("c2", _temp.Store.Integrations.Find("Shop Berlin")!.Cursor);
        Assert.Equal(new RunCounts { Read = 2, Created = 1, Unchanged = 1 }, _temp.Store.Protocol.Runs(new RunQuery())[0].Counts);
        Assert.Equal(OutcomeKind.Created, Assert.Single(_temp.Store.Protocol.Log(new LogQuery())).Outcome);
    }

    [Fact]
    public void Commit_without_cursor_leaves_it()
    {
        Commit(cursor: "c1");
        Commit();
        Assert.Equal("c1", _temp.Store.Integrations.Find("Shop Berlin")!.Cursor);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Everything_under_a_lost_lease_is_refused_and_nothing_is_written(bool released)
    {
        var run = Sut.StartRun(_integration.Id, _lease, "recurring");
        if (released) Sut.Leases.Release(_lease);
        else
        {
            _temp.Time.Advance(6 * TempStore.Minute);
            _temp.TakeLease(_lease.RouteId);
        }

        Assert.Throws<LeaseLostException>(() => Sut.Prepare(_lease, [Row("1", LedgerState.Pending)]));
        Assert.Throws<LeaseLostException>(
            () => Commit(run, rows: [Row("2", LedgerState.Written)], cursor: "c", outcomes: [Outcome("2", OutcomeKind.Created)]));
        Assert.Throws<LeaseLostException>(() => Sut.StartRun(_integration.Id, _lease, "recurring"));

        Assert.Empty(Rows("1"));
        Assert.Empty(Rows("2"));
        Assert.Null(_temp.Store.Integrations.Find("Shop Berlin")!.Cursor);
        Assert.Empty(_temp.Store.Protocol.Log(new LogQuery()));
        Assert.Single(_temp.Store.Protocol.Runs(new RunQuery()));
    }

    [Fact]
    public void Commit_that_breaks_in_the_middle_writes_nothing()
    {
        var bad = Row("2", LedgerState.Written) with { OwnerId = 4711 };
        Assert.ThrowsAny<Exception>(() => Commit(rows: [Row("1", LedgerState.Written), bad], cursor: "c"));
        Assert.Empty(Rows("1"));
        Commit(rows: [Row("1", LedgerState.Written)]);
        Assert.Single(Rows("1"));
    }

    [Fact]
    public void Rows_gives_an_entry_for_every_key_and_only_this_route()
    {
        var other = _temp.TakeLease(_temp.Store.Integrations.RouteId(IntegrationType.Stock, "pulpo:acme", "shopify:acme"));
        Sut.Prepare(_lease, [Row("1", LedgerState.Written, "A/1"), Row("1", LedgerState.Written, "B/1"), Row("2", LedgerState.Written)]);
        Sut.Prepare(other, [Row("1", LedgerState.Written, "C/1")]);

        var rows = Sut.Rows(_lease.RouteId, ["1", "3", "1"]);

        Assert.Equal(["A/1", "B/1"], rows["1"].Select(row => row.Part));
        Assert.Empty(rows["3"]);
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public void Pending_gives_oldest_first()
    {
        Sut.Prepare(_lease, [Row("new", LedgerState.Written), Row("b", LedgerState.Pending)]);
        _temp.Time.Advance(TempStore.Minute);
        Sut.Prepare(_lease, [Row("a", LedgerState.Pending), Row("c", LedgerState.Pending)]);
        Assert.Equal(["b", "a"], Sut.Pending(_lease.RouteId, 2).Select(row => row.SourceKey));
    }

    [Fact]
    public async Task Commit_by_four_threads_on_two_stores_loses_nothing()
    {
        using var other = _temp.OpenAnother();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
        {
            var store = thread % 2 == 0 ? _temp.Store : other;
            var route = store.Integrations.RouteId(IntegrationType.SalesOrders, $"shopify:{thread}", "pulpo:acme");
            var lease = store.Runs.Leases.TryTake(route, "thread", TempStore.Minute, TempStore.Minute).Lease!;
            var run = store.Runs.StartRun(_integration.Id, lease, "recurring");
            for (var page = 0; page < 20; page++)
            {
                LedgerRow[] rows = [.. Enumerable.Range(0, 10).Select(i => Row($"{page}-{i}", LedgerState.Pending))];
                store.Runs.Prepare(lease, rows);
                store.Runs.Commit(new PageCommit
                {
                    RunId = run, IntegrationId = _integration.Id, Lease = lease, Counts = new RunCounts(),
                    Rows = [.. rows.Select(row => row with { State = LedgerState.Written })],
                    Outcomes = [.. rows.Select(row => Outcome(row.SourceKey, OutcomeKind.Created))],
                });
            }
        })));

        Assert.Equal(800, _temp.Store.Protocol.Records(new RecordQuery(State: [LedgerState.Written], Last: 10_000)).Count);
        Assert.Equal(800, other.Protocol.Log(new LogQuery(Last: 10_000)).Count);
    }

    private IReadOnlyList<LedgerRow> Rows(string key) => Sut.Rows(_lease.RouteId, [key])[key];

    private LedgerRow Row(string key, LedgerState state, string part = "") =>
        new() { SourceKey = key, Part = part, State = state, Number = key, OwnerId = _integration.Id };

    private static RunOutcome Outcome(string key, OutcomeKind kind) => new(key, "", key, kind, null, "Done.");

    private void Commit(
        long? run = null, LedgerRow[]? rows = null, (string, string)[]? obsolete = null, RunOutcome[]? outcomes = null, string? cursor = null,
        RunCounts? counts = null) => Sut.Commit(new PageCommit
        {
            RunId = run ?? Sut.StartRun(_integration.Id, _lease, "recurring"),
            IntegrationId = _integration.Id,
            Lease = _lease,
            Rows = rows ?? [],
            Obsolete = obsolete ?? [],
            Outcomes = outcomes ?? [],
            Cursor = cursor,
            Counts = counts ?? new RunCounts(),
        });
}
