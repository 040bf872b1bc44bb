using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Runs;

/// <summary>A source that wants to know is told of each outcome, whatever happens between our commit, the telling and the next commit.</summary>
public sealed class AcknowledgementTests : IDisposable
{
    private const string Part = "loc-Berlin/1";

    private readonly TellingShop _shop = new();
    private readonly Bench _bench;

    public AcknowledgementTests() => _bench = new Bench { Shop = _shop };

    [Fact]
    public async Task Execute_what_was_done_is_told_once_it_is_durable()
    {
        var durable = new List<(LedgerState, bool)>();
        _shop.Before = order => durable.Add((Row(order.Key).State, Row(order.Key).AcknowledgementDue));
        Put(1001, 1002);

        var run = await _bench.RunAsync();
        await _bench.RunAsync();

        Assert.Equal((RunStatus.Finished, 2), (run.Status, run.Counts.Created));
        Assert.Equal(["1001 Done 1", "1002 Done 2"], _shop.Told);
        Assert.Equal(Enumerable.Repeat((LedgerState.Written, true), 2), durable);
        Assert.False(Row("order-1001").AcknowledgementDue);
    }

    [Fact]
    public async Task Execute_an_update_is_told_and_what_is_unchanged_is_not()
    {
        Put(1001);
        await _bench.RunAsync();
        _shop.Told.Clear();
        Put(1001);
        await _bench.RunAsync();
        Assert.Empty(_shop.Told);

        _shop.Put(Bench.Order(1001) with { UpdatedAt = Some.Morning.AddHours(3), ShipTo = Some.Order().ShipTo! with { City = "Kiel" } });
        await _bench.RunAsync();

        Assert.Equal(["1001 Done 1"], _shop.Told);
    }

    [Fact]
    public async Task Execute_what_recovery_finds_is_told_when_the_record_was_read_again()
    {
        Put(1001);
        _bench.Warehouse.LoseAnswer = _ => true;
        await _bench.RunAsync();
        Assert.Empty(_shop.Told);

        Assert.Equal(RunStatus.Finished, (await _bench.RunAsync()).Status);

        Assert.Equal(["1001 Done 1"], _shop.Told);
        Assert.Contains("order-1001", _shop.ReadSingly);
        Assert.False(Row("order-1001").AcknowledgementDue);
    }

    [Fact]
    public async Task Execute_a_refusal_is_told_once_for_each_reason()
    {
        Put(1001);
        var message = "No such SKU.";
        _bench.Warehouse.Fault = _ => WriteResult.Refused(new Failure(FailureKind.Data, "UnknownSku", message));
        var again = new StartRequest { RetryFailed = true };
        for (var run = 0; run < 3; run++) await _bench.RunAsync(again);
        Assert.Equal(["1001 UnknownSku"], _shop.Told);

        message = "No such SKU either.";
        await _bench.RunAsync(again);
        _bench.Warehouse.Fault = _ => null;
        await _bench.RunAsync(again);

        Assert.Equal(["1001 UnknownSku", "1001 UnknownSku", "1001 Done 1"], _shop.Told);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Execute_a_process_that_dies_about_the_telling_tells_again_and_makes_nothing_twice(bool before)
    {
        Put(1001);
        if (before) _shop.Before = _ => throw new InvalidOperationException();
        else _shop.After = _ => throw new InvalidOperationException();
        Assert.Equal(RunStatus.Failed, (await _bench.RunAsync()).Status);
        Assert.Equal((LedgerState.Written, true), (Row("order-1001").State, Row("order-1001").AcknowledgementDue));
        (_shop.Before, _shop.After) = (_ => { }, _ => { });

        Assert.Equal(RunStatus.Finished, (await _bench.RunAsync()).Status);
        await _bench.RunAsync();

        Assert.Equal(before ? 1 : 2, _shop.Told.Count);
        Assert.Equal(["Create 1001"], _bench.Warehouse.Calls);
        Assert.False(Row("order-1001").AcknowledgementDue);
    }

    [Fact]
    public async Task Execute_a_lease_that_is_lost_while_telling_leaves_the_mark_to_its_successor()
    {
        Put(1001);
        _shop.After = _ => _bench.Store.Runs.Leases.Release(new Lease(_bench.RouteId, 1, default));

        var run = await _bench.RunAsync();

        Assert.Equal((RunStatus.Failed, "LeaseLost"), (run.Status, run.Error?.Code));
        Assert.True(Row("order-1001").AcknowledgementDue);
    }

    [Theory]
    [InlineData(FailureKind.Transient)]
    [InlineData(FailureKind.NotFound)]
    public async Task Execute_one_that_cannot_be_told_holds_up_nobody_and_is_told_later(FailureKind kind)
    {
        Put(1001, 1002);
        _shop.Before = order => { if (order.Number == "1001") throw Failed(kind); };

        var run = await _bench.RunAsync();

        Assert.Equal((RunStatus.FinishedPartially, 2, 1), (run.Status, run.Counts.Created, run.Counts.Failed));
        var row = Row("order-1001");
        Assert.Equal((LedgerState.Written, true, ReasonCodes.AcknowledgementFailed, 1), (row.State, row.AcknowledgementDue, row.Reason, row.Attempts));
        Assert.Equal(["1002 Done 2"], _shop.Told);

        _shop.Before = _ => { };
        Assert.Equal(RunStatus.Finished, (await _bench.RunAsync()).Status);
        Assert.Single(_shop.Told);
        _bench.Advance(TimeSpan.FromMinutes(6));
        await _bench.RunAsync();

        Assert.Equal(["1002 Done 2", "1001 Done 1"], _shop.Told);
        row = Row("order-1001");
        Assert.Equal((false, null, 0, null), (row.AcknowledgementDue, row.Reason, row.Attempts, row.NextTryAt));
    }

    [Fact]
    public async Task Execute_pauses_between_tellings_grow_and_older_ones_do_not_change_the_status()
    {
        Put(1001);
        _shop.Before = _ => throw Failed(FailureKind.NotFound);
        Assert.Equal(RunStatus.FinishedPartially, (await _bench.RunAsync()).Status);
        _bench.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(RunStatus.Finished, (await _bench.RunAsync()).Status);

        var row = Row("order-1001");
        Assert.Equal((2, 10), (row.Attempts, (int)(row.NextTryAt!.Value - row.ChangedAt).TotalMinutes));
    }

    [Theory]
    [InlineData(FailureKind.Authentication)]
    [InlineData(FailureKind.Authorization)]
    [InlineData(FailureKind.Configuration)]
    [InlineData(FailureKind.RateLimited)]
    public async Task Execute_a_source_that_hears_nothing_ends_the_run_and_what_it_heard_stays(FailureKind kind)
    {
        Put(1001, 1002);
        _shop.Before = order => { if (order.Number == "1002") throw Failed(kind); };

        var run = await _bench.RunAsync();

        Assert.Equal((RunStatus.Failed, "Test"), (run.Status, run.Error?.Code));
        Assert.False(Row("order-1001").AcknowledgementDue);
        Assert.Equal((true, null), (Row("order-1002").AcknowledgementDue, Row("order-1002").Reason));
    }

    [Fact]
    public async Task Execute_a_bad_day_of_the_source_blames_no_record()
    {
        Put(1001, 1002);
        _shop.Before = _ => throw Failed(FailureKind.Transient);

        var run = await _bench.RunAsync();

        Assert.Equal((RunStatus.Failed, "Test", 0), (run.Status, run.Error?.Code, run.Counts.Failed));
        Assert.All(new[] { "order-1001", "order-1002" }, key => Assert.Equal((true, null), (Row(key).AcknowledgementDue, Row(key).Reason)));
        _shop.Before = _ => { };
        await _bench.RunAsync();
        Assert.Equal(2, _shop.Told.Count);
    }

    [Fact]
    public async Task Execute_a_record_that_is_gone_is_given_up_with_a_reason()
    {
        Put(1001);
        _shop.Before = _ => throw new InvalidOperationException();
        await _bench.RunAsync();
        _shop.Orders.Clear();

        var run = await _bench.RunAsync();
        await _bench.RunAsync();

        var row = Assert.Single(_bench.Rows("order-1001"));
        Assert.Equal((LedgerState.Written, false, ReasonCodes.GoneAtSource), (row.State, row.AcknowledgementDue, row.Reason));
        Assert.Equal(1, run.Counts.Failed);
        Assert.Single(_shop.ReadSingly);
    }

    [Fact]
    public async Task Execute_a_preview_tells_nothing()
    {
        Put(1001);
        _shop.Before = _ => throw new InvalidOperationException();
        await _bench.RunAsync();
        _shop.Before = _ => { };

        await _bench.RunAsync(new StartRequest { Preview = true });

        Assert.Empty(_shop.Told);
        Assert.True(Row("order-1001").AcknowledgementDue);
    }

    [Fact]
    public async Task Execute_a_source_that_does_not_ask_leaves_no_marks()
    {
        using var bench = new Bench();
        bench.Shop.Put(Bench.Order(1001));

        await bench.RunAsync();

        Assert.False(bench.Row("order-1001", Part).AcknowledgementDue);
    }

    public void Dispose() => _bench.Dispose();

    private static FailureException Failed(FailureKind kind) => new(new Failure(kind, "Test", "It did not listen."));

    private void Put(params int[] numbers)
    {
        foreach (var number in numbers) _shop.Put(Bench.Order(number));
    }

    private LedgerRow Row(string key) => _bench.Row(key, Part);
}
