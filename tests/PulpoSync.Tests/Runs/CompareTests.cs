using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Runs;

/// <summary>When what is noted of the destination is not relied on: on demand, and where somebody has changed something there.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Execute_full_reads_from_the_start_and_writes_what_it_had_noted_as_written()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Warehouse.Calls.Clear();

        var run = await _bench.RunAsync(new StartRequest { Full = true });

        Assert.Equal(["Update 1001"], _bench.Warehouse.Calls);
        Assert.Equal((1, 1), (run.Counts.Read, run.Counts.Updated));
    }

    [Fact]
    public async Task Execute_what_the_destination_says_it_had_is_unchanged()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Warehouse.Fault = write => WriteResult.Unchanged(write.Ref.DestinationId!);

        var run = await _bench.RunAsync(new StartRequest { Full = true });

        Assert.Equal((0, 1), (run.Counts.Updated, run.Counts.Unchanged));
    }

    [Fact]
    public async Task Execute_what_changed_at_the_destination_is_compared_again()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Shop.Put(Bench.Order(1002));
        await _bench.RunAsync();
        _bench.Warehouse.Calls.Clear();
        _bench.Warehouse.Changed = ["1002", "unknown"];

        await _bench.RunAsync();
        await _bench.RunAsync();

        Assert.Equal(["Changed since ", "Update 1002", "Changed since 1", "Update 1002"], _bench.Warehouse.Calls);
    }

    [Fact]
    public async Task Execute_a_preview_does_not_look_at_changes_of_the_destination()
    {
        _bench.Warehouse.Changed = ["1002"];

        await _bench.RunAsync(new StartRequest { Preview = true });

        Assert.Empty(_bench.Warehouse.Calls);
    }

    [Fact]
    public async Task Execute_what_the_destination_has_no_use_for_is_left_out_and_told_once()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.Fault = _ => WriteResult.LeftOut("NotWanted", "1001 is not wanted here.");

        var first = await _bench.RunAsync();
        var told = _bench.Warnings.Count(warning => warning.Code == "NotWanted");
        _bench.Shop.Put(Bench.Order(1001) with { UpdatedAt = Bench.Order(1001).UpdatedAt.AddMinutes(1) });
        await _bench.RunAsync();

        Assert.Equal((RunStatus.Finished, 1, 1), (first.Status, first.Counts.Skipped, told));
        Assert.Empty(_bench.Warnings);
        var row = Assert.Single(_bench.Rows("order-1001"));
        Assert.Equal((LedgerState.Skipped, "NotWanted", null), (row.State, row.Reason, row.Hash));
    }

    public void Dispose() => _bench.Dispose();
}
