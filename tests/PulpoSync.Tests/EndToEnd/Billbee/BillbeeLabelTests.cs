using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>Boxes without labels, and what becomes of them at Billbee and in the warehouse: the two worlds are compared, not our ledger.</summary>
public class BillbeeLabelTests
{
    private const string Tracking = "POST /api/v1/packing/orders/{id}/boxes/{id}/shipment_tracking";
    private const string Attach = "POST /api/v1/packing/orders/{id}/boxes/{id}/attach";

    [Fact]
    public async Task Packed_boxes_get_one_label_each_with_number_and_file_and_the_order_stays_in_its_state()
    {
        await using var world = await LabelWorld.StartAsync();
        var one = await world.PackedAsync("B-1001");
        var two = await world.PackedAsync("B-1002", boxes: 2, method: "Fast");

        var run = await world.RunAsync();

        Assert.Equal((RunStatus.Finished, 3), (run.Status, run.Counts.Created));
        world.AssertEachLabelledOnce();
        Assert.Equal((1, 2), (world.ParcelsOf(one).Count, world.ParcelsOf(two).Count));
        Assert.Equal([3, 3], world.Account.Orders.Select(order => order.State));
        var products = world.Account.ShippingProviders.Single().Products;
        Assert.Equal(products[0].Id, world.Account.Order(one).ShippingIds[0].ShippingProviderProductId);
        Assert.All(world.Account.Order(two).ShippingIds, parcel => Assert.Equal(products[1].Id, parcel.ShippingProviderProductId));
        await world.AssertAtRestAsync();
        world.AssertEachLabelledOnce();
    }

    [Fact]
    public async Task Boxes_that_want_none_or_have_one_or_are_not_chosen_for_get_none_and_say_why()
    {
        await using var world = await LabelWorld.StartAsync(("LabelMap", "Parcel=DHL/Paket national"));
        await world.PackedAsync("B-1001", method: "Own van");
        await world.PackedAsync("B-1002", method: "Fast");
        await world.OrderAsync("B-1003");
        world.Tenant.Advance("B-1003", "shipping");

        var run = await world.RunAsync();

        Assert.Equal((RunStatus.Finished, 0, 0), (run.Status, run.Counts.Created, world.Asked));
        Assert.Equal(
            [ReasonCodes.LabelNotWanted, ReasonCodes.NoLabelChoice, ReasonCodes.LabelledAlready],
            new[] { "B-1001/1", "B-1002/1", "B-1003/1" }.Select(number => world.Record(number).Reason));
    }

    [Fact]
    public async Task Refused_label_leaves_its_reason_at_the_box_and_is_made_once_the_data_is_corrected()
    {
        await using var world = await LabelWorld.StartAsync();
        var order = await world.PackedAsync("B-1001");
        await world.PackedAsync("B-1002");
        world.Account.RefuseLabels(order, "Musterweg 5 is no address");

        var run = await world.RunAsync();

        Assert.Equal((RunStatus.FinishedPartially, 1, 1), (run.Status, run.Counts.Created, run.Counts.Failed));
        var reason = Assert.Single(world.Boxes.First().Trackings);
        Assert.Equal((null, world.Record("B-1001/1").Message), (reason.Code, reason.Error));
        Assert.DoesNotContain("Musterweg", reason.Error, StringComparison.Ordinal);
        await world.RunLaterAsync();
        Assert.Equal(reason, Assert.Single(world.Boxes.First().Trackings));

        world.Account.RefuseLabels(order, null);
        await world.RunAsync(new StartRequest { RetryFailed = true });

        world.AssertEachLabelledOnce();
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Lost_answer_is_settled_by_the_one_new_shipment_and_the_number_reaches_the_box()
    {
        await using var world = await LabelWorld.StartAsync();
        var order = await world.PackedAsync("B-1001");
        world.Account.AddShipment(order, new BillbeeShipment { ShippingId = "EARLIER", ShipmentType = 0 });
        world.Fail(FaultKind.CutAfter);

        Assert.Equal(RunStatus.Failed, (await world.RunAsync()).Status);
        Assert.Empty(world.Boxes.Single().Trackings);
        Assert.Equal(RunStatus.Finished, (await world.RunLaterAsync()).Status);

        Assert.Equal((1, world.ParcelsOf(order)[1]), (world.Asked, Assert.Single(world.Boxes.Single().Trackings).Code));
        // The file was in the answer, and is only to be had in Billbee.
        Assert.Empty(world.Boxes.Single().Attachments);
        world.AssertNothingKept();
        await world.AssertAtRestAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lost_answer_that_nothing_settles_is_for_a_person_and_never_a_second_label(bool isMade)
    {
        await using var world = await LabelWorld.StartAsync();
        var order = await world.PackedAsync("B-1001");
        world.Fail(isMade ? FaultKind.CutAfter : FaultKind.CutBefore);
        await world.RunAsync();
        if (isMade) world.Account.AddShipment(order, new BillbeeShipment { ShippingId = "BY-HAND", ShipmentType = 0 });

        Assert.Equal(1, (await world.RunLaterAsync()).Counts.Failed);
        for (var run = 0; run < 2; run++) await world.RunLaterAsync();
        await world.RunAsync(new StartRequest { RetryFailed = true });

        Assert.Equal(1, world.Asked);
        world.AssertAsks("B-1001/1", Assert.Single(world.Boxes.Single().Trackings));

        await world.RunAsync(new StartRequest { Records = ["B-1001/1"], Recreate = true });

        Assert.Equal(2, world.Asked);
        Assert.Equal(world.ParcelsOf(order)[^1], Assert.Single(world.Boxes.Single().Trackings).Code);
        LabelWorld.AssertFile(world.Boxes.Single());
        world.AssertNothingKept();
    }

    [Theory]
    [InlineData(Tracking, FaultKind.CutBefore)]
    [InlineData(Tracking, FaultKind.CutAfter)]
    [InlineData(Tracking, FaultKind.Status)]
    [InlineData(Attach, FaultKind.CutBefore)]
    [InlineData(Attach, FaultKind.CutAfter)]
    [InlineData(Attach, FaultKind.Status)]
    public async Task Label_that_does_not_reach_its_box_is_kept_and_brought_later(string operation, FaultKind kind)
    {
        await using var world = await LabelWorld.StartAsync();
        await world.PackedAsync("B-1001");
        world.Fail(kind, operation, "pulpo", status: 500);

        var run = await world.RunAsync();

        Assert.Equal((RunStatus.FinishedPartially, ReasonCodes.AcknowledgementFailed), (run.Status, world.Record("B-1001/1").Reason));
        Assert.Equal(RunStatus.Finished, (await world.RunLaterAsync()).Status);
        await world.RunLaterAsync();

        world.AssertEachLabelledOnce();
        Assert.Null(world.Record("B-1001/1").Reason);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Preview_makes_no_label_and_tells_the_warehouse_nothing()
    {
        await using var world = await LabelWorld.StartAsync();
        await world.PackedAsync("B-1001");

        var run = await world.RunAsync(new StartRequest { Preview = true });

        Assert.Equal((1, 0, 0), (run.Counts.Previewed, world.Asked, world.Boxes.Single().Trackings.Count));
    }
}
