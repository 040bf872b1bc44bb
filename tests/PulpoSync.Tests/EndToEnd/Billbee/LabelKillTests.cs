using PulpoSync.Sandbox;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>Label runs of the real command line, killed (SIGKILL) wherever it hurts: one label per box always, and each reaches its box.</summary>
public class LabelKillTests
{
    private const string Tracking = "POST /api/v1/packing/orders/{id}/boxes/{id}/shipment_tracking";
    private const string Attach = "POST /api/v1/packing/orders/{id}/boxes/{id}/attach";

    [Theory]
    [InlineData("prepared:1")]
    [InlineData("committing:1")]
    [InlineData("committed:1")]
    [InlineData("acknowledging:1")]
    [InlineData("acknowledging:3")]
    [InlineData("acknowledged:1")]
    [InlineData("acknowledged:3")]
    [InlineData("committing:2")]
    public async Task Run_killed_at_a_named_point_ends_with_one_label_per_box(string haltAt)
    {
        await using var world = await LabelWorld.StartAsync();
        await world.PackedAsync("B-1001", boxes: 2);
        await world.PackedAsync("B-1002");

        await world.KillAsync(haltAt, null);
        var run = await world.RunAsync();

        Assert.True(run.Status is RunStatus.Finished, $"{run.Status}: {run.Error?.Message}");
        world.AssertEachLabelledOnce();
        Assert.Equal(3, world.Asked);
        await world.AssertAtRestAsync();
    }

    [Theory]
    [InlineData("billbee", LabelWorld.Make, FaultKind.HangAfter, 1)]
    [InlineData("billbee", LabelWorld.Make, FaultKind.HangAfter, 2)]
    [InlineData("pulpo", Tracking, FaultKind.HangBefore, 1)]
    [InlineData("pulpo", Tracking, FaultKind.HangAfter, 2)]
    [InlineData("pulpo", Attach, FaultKind.HangBefore, 2)]
    [InlineData("pulpo", Attach, FaultKind.HangAfter, 1)]
    public async Task Run_killed_while_a_request_is_out_ends_with_one_label_per_box(string system, string operation, FaultKind kind, int nth)
    {
        // Labels of one order are made one after the other: only one of them can be out.
        await using var world = await LabelWorld.StartAsync();
        await world.PackedAsync("B-1001", boxes: 3);

        await world.KillAsync(null, world.Fail(kind, operation, system, nth: nth));
        world.Rehearsal.Sandbox.Faults.Clear();
        await world.RunAsync();
        await world.RunLaterAsync();

        Assert.Equal(3, world.Asked);
        var codes = world.Boxes.Select(box => Assert.Single(box.Trackings).Code!).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal), world.AllParcels.Order(StringComparer.Ordinal));
        // The file of a label whose answer came to nobody is only to be had in Billbee.
        Assert.Equal(operation == LabelWorld.Make ? 1 : 0, world.Boxes.Count(box => box.Attachments.Count == 0));
        Assert.All(world.Boxes.Where(box => box.Attachments.Count > 0), LabelWorld.AssertFile);
        world.AssertNothingKept();
        await world.AssertAtRestAsync();
    }

    /// <summary>Orders are worked at side by side, so a kill may leave several questions; but no box with two labels, and none that nobody hears of.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task Run_killed_while_several_labels_are_asked_for_leaves_no_box_with_two_or_unheard_of(int nth)
    {
        await using var world = await LabelWorld.StartAsync();
        for (var order = 1001; order <= 1006; order++) await world.PackedAsync($"B-{order}");

        await world.KillAsync(null, world.Fail(FaultKind.HangAfter, nth: nth));
        world.Rehearsal.Sandbox.Faults.Clear();
        await world.RunAsync();
        await world.RunLaterAsync();

        Assert.All(world.Account.Orders, order => Assert.True(order.ShippingIds.Count <= 1));
        foreach (var packing in world.Tenant.Packings)
        {
            var told = Assert.Single(packing.Boxes.Single().Trackings);
            if (told.Code is null) world.AssertAsks($"{packing.Order}/1", told);
            else Assert.Equal(Assert.Single(world.Account.Orders, order => order.OrderNumber == packing.Order).ShippingIds.Single().ShippingId, told.Code);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Request_of_a_dead_process_that_comes_late_is_one_label_or_a_question(bool beforeTheSuccessor)
    {
        await using var world = await LabelWorld.StartAsync();
        var order = await world.PackedAsync("B-1001");
        var late = world.Fail(FaultKind.HangBefore, outlives: true);

        await world.KillAsync(null, late);
        if (beforeTheSuccessor) await ExecuteAsync(late);
        await world.RunAsync();
        if (!beforeTheSuccessor) await ExecuteAsync(late);
        for (var run = 0; run < 3; run++) await world.RunLaterAsync();

        var label = Assert.Single(world.ParcelsOf(order));
        Assert.Equal(1, world.Asked);
        var told = Assert.Single(world.Boxes.Single().Trackings);
        if (beforeTheSuccessor) Assert.Equal(label, told.Code);
        else world.AssertAsks("B-1001/1", told);
    }

    [Theory]
    [InlineData(Tracking)]
    [InlineData(Attach)]
    public async Task Telling_of_a_dead_process_that_comes_late_is_not_told_a_second_time(string operation)
    {
        await using var world = await LabelWorld.StartAsync();
        await world.PackedAsync("B-1001");
        var late = world.Fail(FaultKind.HangBefore, operation, "pulpo", outlives: true);

        await world.KillAsync(null, late, TimeSpan.Zero);
        await world.RunAsync();
        await ExecuteAsync(late);
        await world.RunLaterAsync();

        world.AssertEachLabelledOnce();
        await world.AssertAtRestAsync();
    }

    private static Task ExecuteAsync(Fault held)
    {
        held.Release();
        return held.Ended;
    }
}
