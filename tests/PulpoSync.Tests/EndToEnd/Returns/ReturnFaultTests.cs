using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.EndToEnd.Returns;

/// <summary>Whatever happens on the way, each return has one effect: not two, and not none.</summary>
public sealed class ReturnFaultTests
{
    private static readonly (string, string) Goods = ("RefundGoods", "true");

    // Longer than the longest call: what was on the wire is settled.
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData("ReturnCreate", FaultKind.CutAfter)]
    [InlineData("ReturnCreate", FaultKind.InternalError)]
    [InlineData("ReturnCreate", FaultKind.CutBefore)]
    [InlineData("RefundCreate", FaultKind.CutAfter)]
    [InlineData("RefundCreate", FaultKind.CutBefore)]
    public async Task Run_lost_answer_leaves_one_effect(string operation, FaultKind kind)
    {
        await using var world = await ReturnWorld.StartAsync(Goods);
        world.ComeBack(await world.ShippedAsync(), mugs: 2);
        world.Rehearsal.Sandbox.Faults.Add(new Fault { Kind = kind, System = "shopify", Operation = operation });

        await world.RunAsync();
        await world.Rehearsal.ReopenAsync(Later);
        await world.RunAsync();
        // A refund that waited for its return is parked for some minutes.
        await world.Rehearsal.ReopenAsync(Later);
        await world.RunAsync();

        AssertOnce(world);
    }

    [Fact]
    public async Task Run_shop_and_warehouse_that_are_busy_or_broken_for_a_while_delay_and_lose_nothing()
    {
        await using var world = await ReturnWorld.StartAsync(Goods);
        world.ComeBack(await world.ShippedAsync(), mugs: 2);
        var faults = world.Rehearsal.Sandbox.Faults;
        faults.Add(new Fault { Kind = FaultKind.Status, Status = 429, RetryAfter = 0.01, System = "pulpo", Operation = "GET /api/v1/reception/incoming_goods" });
        faults.Add(new Fault { Kind = FaultKind.Status, Status = 503, System = "shopify", Operation = "ReturnOrder" });
        faults.Add(new Fault { Kind = FaultKind.Throttled, System = "shopify", Operation = "ReturnCreate" });
        faults.Add(new Fault { Kind = FaultKind.Status, Status = 502, System = "shopify", Operation = "SuggestedRefund" });
        faults.Add(new Fault { Kind = FaultKind.Status, Status = 429, RetryAfter = 0.01, System = "shopify", Operation = "RefundCreate" });

        var run = await world.RunAsync();

        Assert.True(run.Status is RunStatus.Finished, $"{run.Status}: {run.Error}");
        AssertOnce(world);
    }

    [Fact]
    public async Task Run_shop_that_is_down_keeps_the_return_for_the_next_run()
    {
        await using var world = await ReturnWorld.StartAsync(Goods);
        world.ComeBack(await world.ShippedAsync(), mugs: 2);
        var down = world.Rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 401, System = "shopify", Operation = "ReturnOrder", Count = 0 });

        var run = await world.RunAsync();
        world.Rehearsal.Sandbox.Faults.Remove(down.Id);
        Assert.Equal((RunStatus.Failed, 0), (run.Status, world.Shop.Returns.Count));
        await world.Rehearsal.ReopenAsync(Later);
        await world.RunAsync();

        AssertOnce(world);
    }

    [Theory]
    [InlineData("prepared:1", null)]
    [InlineData("committing:1", null)]
    [InlineData("committed:1", null)]
    [InlineData(null, "ReturnCreate")]
    [InlineData(null, "RefundCreate")]
    public async Task Run_killed_at_any_point_leaves_one_effect(string? haltAt, string? answerOut)
    {
        await using var world = await ReturnWorld.StartAsync(Goods);
        world.ComeBack(await world.ShippedAsync(), mugs: 2);
        await world.Rehearsal.Runtime.DisposeAsync();
        var fault = answerOut is null ? null : world.Rehearsal.Sandbox.Faults.Add(
            new Fault { Kind = FaultKind.HangAfter, System = "shopify", Operation = answerOut, OutlivesClient = true });

        using (var process = ChildProcess.Start(haltAt, "run", "Returns", "--store", world.Rehearsal.StorePath, "--json"))
        {
            await Task.WhenAny(fault?.Reached ?? process.Halted, process.Exited);
            Assert.False(process.Exited.IsCompleted, process.Errors);
            await process.KillAsync();
        }

        fault?.Release();
        await world.Rehearsal.ReopenAsync(Later);
        await world.RunAsync();

        AssertOnce(world);
    }

    private static void AssertOnce(ReturnWorld world)
    {
        var (made, refund) = (Assert.Single(world.Shop.Returns), Assert.Single(world.Shop.Refunds));
        Assert.Equal((2, 20m), (made.Lines.Sum(line => line.Quantity), refund.Amount));
        Assert.All(world.Records(), record => Assert.Equal(LedgerState.Written, record.State));
        Assert.Equal((made.Gid, Gids.Of("Refund", refund.Id)), (world.Record("return").DestinationId, world.Record("refund").DestinationId));
    }
}
