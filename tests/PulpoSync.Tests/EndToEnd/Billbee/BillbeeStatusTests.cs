using PulpoSync.Sandbox;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>The state that Billbee's orders get when the warehouse has packed them: both worlds are compared, not our ledger.</summary>
public class BillbeeStatusTests
{
    private const string Put = "PUT /api/v1/orders/{id}/orderstate";
    private static readonly string Mug = BillbeeWorld.Mug;

    [Theory]
    [InlineData("PACKED", 13)]
    [InlineData("Versendet", 4)]
    public async Task Order_is_set_to_the_state_once_it_is_packed_and_not_before(string status, int number)
    {
        await using var world = await StartAsync(("PackedStatus", status));
        var order = await world.OrderAsync("B-1", (Mug, 2));

        await world.TellAsync();
        Assert.Equal(3, world.Account.Order(order).State);
        world.Pack("B-1");
        var run = await world.TellAsync();

        Assert.Equal((number, 1, 1), (world.Account.Order(order).State, run.Counts.Updated, world.Calls(Put)));
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Order_that_is_packed_in_part_waits_for_the_rest()
    {
        await using var world = await StartAsync(("PackedStatus", "PACKED"));
        var order = await world.OrderAsync("B-1", (Mug, 2));
        world.Tenant.Advance("B-1", "packing");
        world.Tenant.Pack("B-1", new PackOptions { Lines = [new PackLine(Mug, 1)] });
        await world.TellAsync();
        Assert.Equal(3, world.Account.Order(order).State);

        world.Pack("B-1");
        await world.TellAsync();

        Assert.Equal(13, world.Account.Order(order).State);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task What_people_have_done_with_the_order_meanwhile_stays()
    {
        await using var world = await StartAsync(("PackedStatus", "PACKED"));
        var cancelled = await world.OrderAsync("B-1", (Mug, 1));
        var shipped = await world.OrderAsync("B-2", (Mug, 1));
        var gone = await world.OrderAsync("B-3", (Mug, 1));
        foreach (var number in new[] { "B-1", "B-2", "B-3" }) world.Pack(number);
        world.Account.Cancel(cancelled);
        world.Account.SetState(shipped, 4);
        world.Account.RemoveOrder(gone);

        await world.TellAsync();

        Assert.Equal((8, 4, 0), (world.Account.Order(cancelled).State, world.Account.Order(shipped).State, world.Calls(Put)));
        Assert.Equal((ReasonCodes.OrderCancelled, ReasonCodes.OrderGone), (world.Record("B-1").Reason, world.Record("B-3").Reason));
    }

    [Fact]
    public async Task Tag_is_put_on_when_the_order_has_arrived_and_the_state_when_it_is_packed()
    {
        await using var world = await StartAsync(("PackedStatus", "PACKED"), ("ImportedTag", "in-warehouse"));
        var order = await world.OrderAsync("B-1", (Mug, 1));

        await world.TellAsync();
        Assert.Equal((3, "in-warehouse"), (world.Account.Order(order).State, Assert.Single(world.Account.Order(order).Tags)));
        world.Pack("B-1");
        await world.TellAsync();

        Assert.Equal((13, "in-warehouse"), (world.Account.Order(order).State, Assert.Single(world.Account.Order(order).Tags)));
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Pieces_that_are_added_just_before_the_order_counts_as_shipped_are_named_once_and_sent_when_it_is_opened_again()
    {
        await using var world = await StartAsync(("PackedStatus", "SHIPPED"));
        var order = await world.OrderAsync("B-1", (Mug, 2));
        world.Pack("B-1");
        world.Account.SetQuantity(order, 0, 5);
        await world.TellAsync();
        Assert.Equal(4, world.Account.Order(order).State);

        await world.RunAsync(BillbeeWorld.Orders);
        var named = Assert.Single(world.Rehearsal.Events.OfType<RunWarning>()).Message;
        Assert.StartsWith($"3 x {Mug} came too late for B-1:", named, StringComparison.Ordinal);
        Assert.Equal((ReasonCodes.ChangedAfterPicking, named), (world.Record("B-1", BillbeeWorld.Orders).Reason, world.Record("B-1", BillbeeWorld.Orders).Message));
        await world.AssertAtRestAsync();

        world.Account.SetState(order, 3);
        await world.RunAsync(BillbeeWorld.Orders);
        Assert.Equal(3, Assert.Single(world.Tenant.Orders, one => one.Number == "B-1_2").Lines.Sum(line => line.Quantity));
        world.Pack("B-1_2");
        await world.TellAsync();
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Order_that_was_changed_while_it_was_packed_counts_as_shipped_without_a_warning()
    {
        await using var world = await StartAsync(("PackedStatus", "SHIPPED"));
        var order = await world.OrderAsync("B-1", (Mug, 2));
        world.Pack("B-1");
        world.Account.SetQuantity(order, 0, 5);
        await world.RunAsync(BillbeeWorld.Orders);
        world.Pack("B-1_2");

        await world.TellAsync();

        Assert.Equal(4, world.Account.Order(order).State);
        await world.AssertAtRestAsync();
    }

    [Theory]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.Status)]
    public async Task Lost_answer_is_made_good_within_the_run(FaultKind kind)
    {
        await using var world = await StartAsync(("PackedStatus", "PACKED"));
        var order = await world.OrderAsync("B-1", (Mug, 1));
        world.Pack("B-1");
        world.Fail(kind, Put);

        await world.TellAsync();

        Assert.Equal(13, world.Account.Order(order).State);
        await world.AssertAtRestAsync();
    }

    private static Task<BillbeeWorld> StartAsync(params (string Name, string Value)[] settings) => BillbeeWorld.StartAsync(IntegrationType.StatusUpdates, settings);
}
