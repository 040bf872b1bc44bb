using System.Runtime.CompilerServices;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Runs;

public sealed class PagesUnderWayTests : IDisposable
{
    private static readonly Failure Down = new(FailureKind.Transient, "ConnectFailed", "No connection.");

    private readonly TaskCompletionSource _mayGoOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Run_a_later_page_is_written_first_and_committed_in_its_turn()
    {
        SixOrders();
        _bench.Warehouse.Wait = async batch =>
        {
            if (batch[0].Ref.Number == "1") await _mayGoOn.Task;
            if (batch[0].Ref.Number == "5") _mayGoOn.SetResult();
        };

        var run = await _bench.RunAsync();

        Assert.Equal((RunStatus.Finished, 6, 6), (run.Status, run.Counts.Read, run.Counts.Created));
        Assert.Equal(["Create 3", "Create 4"], _bench.Warehouse.Calls.Take(2));
        Assert.Equal(6, _bench.Warehouse.Calls.Count);
        Assert.Equal(["1", "2", "3", "4", "5", "6"], _bench.Events.OfType<RecordSettled>().Select(settled => settled.Number));
        var cursors = _bench.Events.OfType<PageCommitted>().Select(page => page.Cursor).ToList();
        Assert.Equal(3, cursors.Count);
        Assert.Equal(cursors.Order(), cursors);
    }

    [Fact]
    public async Task Run_a_page_fails_those_after_it_are_kept_and_the_cursor_stays_before_it()
    {
        SixOrders();
        _bench.Warehouse.Wait = async batch =>
        {
            if (batch[0].Ref.Number == "5") _mayGoOn.SetResult();
            if (batch[0].Ref.Number != "1") return;
            await _mayGoOn.Task;
            throw new FailureException(Down);
        };

        var run = await _bench.RunAsync();

        Assert.Equal((RunStatus.Failed, Down.Code), (run.Status, run.Error?.Code));
        Assert.Null(_bench.Store.Integrations.Find("Orders")!.Cursor);
        Assert.Equal(LedgerState.Written, _bench.Rows("order-3").Single().State);
        Assert.Equal(LedgerState.Written, _bench.Rows("order-6").Single().State);

        _bench.Warehouse.Wait = _ => Task.CompletedTask;
        Assert.Equal(RunStatus.Finished, (await _bench.RunAsync()).Status);
        Assert.Equal(6, _bench.Warehouse.Alive.Count());
    }

    [Fact]
    public async Task Run_what_changed_again_while_it_was_written_is_planned_from_what_was_written()
    {
        var shop = new ChangingShop(_mayGoOn);
        using var bench = new Bench { Shop = shop };
        bench.Warehouse.BatchesAtOnce = 3;
        string? updated = null;
        bench.Warehouse.Wait = async batch =>
        {
            updated = batch[0].Ref.DestinationId;
            if (batch[0].Operation is not WriteOperation.Create) return;
            // Time for the second page to come too early: nothing tells that it never does.
            await _mayGoOn.Task;
            await Task.Delay(50);
        };

        var run = await bench.RunAsync();

        Assert.Equal(RunStatus.Finished, run.Status);
        Assert.Equal(["Create 1", "Update 1"], bench.Warehouse.Calls);
        // Only what was committed tells what it has become there.
        Assert.Equal(bench.Rows("order-1").Single().DestinationId, updated);
    }

    [Fact]
    public async Task Run_stopped_what_is_under_way_is_committed_and_nothing_is_begun()
    {
        SixOrders();
        using var stop = new CancellationTokenSource();
        _bench.Warehouse.Wait = batch =>
        {
            if (batch[0].Ref.Number == "1") return _mayGoOn.Task;
            stop.Cancel();
            _mayGoOn.SetResult();
            return Task.CompletedTask;
        };

        var run = await _bench.RunAsync(stop: stop.Token);

        Assert.Equal(RunStatus.Stopped, run.Status);
        Assert.DoesNotContain("Create 5", _bench.Warehouse.Calls);
        Assert.All(["order-1", "order-4"], key => Assert.Equal(LedgerState.Written, _bench.Rows(key).Single().State));
        Assert.NotNull(_bench.Store.Integrations.Find("Orders")!.Cursor);
    }

    private void SixOrders()
    {
        _bench.Warehouse.BatchesAtOnce = 3;
        for (var number = 1; number <= 6; number++) _bench.Shop.Put(Bench.Order(number));
    }

    /// <summary>Gives an order twice, changed meanwhile, and says when it has been read to its end.</summary>
    private sealed class ChangingShop(TaskCompletionSource read) : FakeShop
    {
        public override async IAsyncEnumerable<Page<Order>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var order = Bench.Order(1);
            yield return new Page<Order>([order], null);
            await Task.Yield();
            yield return new Page<Order>([order with { Note = "Changed", UpdatedAt = order.UpdatedAt.AddMinutes(1) }], null);
            read.SetResult();
        }
    }
}
