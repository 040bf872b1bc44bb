using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>What the warehouse packs with labels from elsewhere, and what Billbee is told of it.</summary>
public class BillbeeShipmentTests
{
    private const string Post = "POST /api/v1/orders/{id}/shipment";
    private const string Read = "GET /api/v1/orders/{id}";
    private static readonly string Mug = BillbeeWorld.Mug;
    private static readonly string Cup = BillbeeWorld.Cup;

    [Fact]
    public async Task Each_box_is_told_once_by_its_number_with_its_carrier_and_the_state_stays()
    {
        await using var world = await StartAsync();
        var order = await world.OrderAsync("B-1", (Mug, 2), (Cup, 1));
        world.Pack("B-1", boxes: 2, carrier: "dhl_express");

        var run = await world.TellAsync();

        Assert.Equal((1, 2), (run.Counts.Created, world.Account.Order(order).ShippingIds.Count));
        Assert.Equal(Numbers(world), world.Account.Order(order).ShippingIds.Select(parcel => parcel.ShippingId).Order());
        Assert.All(world.Account.Order(order).ShippingIds, parcel => Assert.Equal((1, 0), (parcel.ShippingCarrier, parcel.ShipmentType)));
        Assert.Equal(3, world.Account.Order(order).State);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Number_that_comes_late_is_told_when_it_is_there()
    {
        await using var world = await StartAsync();
        var order = await world.OrderAsync("B-1", (Mug, 1));
        world.Pack("B-1", carrier: null);
        await world.TellAsync();
        Assert.Equal((0, ReasonCodes.WaitingForTracking), (world.Calls(Post), world.Record("B-1").Reason));

        world.Tenant.Track(world.Tenant.Packings.Single().Boxes[0].Id, new PackLabel { Code = "LATE-1" });
        await world.TellAsync();

        Assert.Equal("LATE-1", Assert.Single(world.Account.Order(order).ShippingIds).ShippingId);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Number_that_somebody_has_entered_by_hand_is_not_told_again()
    {
        await using var world = await StartAsync();
        var order = await world.OrderAsync("B-1", (Mug, 1));
        world.Pack("B-1");
        world.Account.AddShipment(order, new BillbeeShipment { ShippingId = Numbers(world).Single(), ShipmentType = 0 });

        await world.TellAsync();

        Assert.Equal((1, 0), (world.Account.Order(order).ShippingIds.Count, world.Calls(Post)));
    }

    [Fact]
    public async Task Order_that_is_cancelled_in_billbee_gets_no_shipment()
    {
        await using var world = await StartAsync();
        var order = await world.OrderAsync("B-1", (Mug, 1));
        world.Pack("B-1");
        world.Account.Cancel(order);

        await world.TellAsync();

        Assert.Equal((0, ReasonCodes.OrderCancelled), (world.Account.Order(order).ShippingIds.Count, world.Record("B-1").Reason));
    }

    [Theory]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutBody)]
    public async Task Lost_answer_is_one_shipment_after_one_run(FaultKind kind)
    {
        await using var world = await StartAsync();
        var order = await world.OrderAsync("B-1", (Mug, 1));
        world.Pack("B-1");
        world.Fail(kind, Post);

        await world.TellAsync();

        Assert.Equal((1, 1), (world.Account.Order(order).ShippingIds.Count, world.Calls(Post)));
        await world.AssertAtRestAsync();
    }

    [Theory]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutBefore)]
    public async Task Lost_answer_whose_look_fails_too_is_settled_by_the_next_run(FaultKind kind)
    {
        await using var world = await StartAsync();
        var order = await world.OrderAsync("B-1", (Mug, 1));
        world.Pack("B-1");
        world.Fail(kind, Post);
        // The first look is the one before the write.
        var blind = world.Fail(FaultKind.Status, Read, status: 400, count: 0, nth: 2);

        Assert.Equal(RunStatus.Failed, (await world.RunAsync()).Status);
        Assert.Equal(LedgerState.Pending, world.Record("B-1").State);
        world.Rehearsal.Sandbox.Faults.Remove(blind.Id);
        world.LetTheWireFallQuiet();
        await world.TellAsync();

        Assert.Equal(Numbers(world).Single(), Assert.Single(world.Account.Order(order).ShippingIds).ShippingId);
        await world.AssertAtRestAsync();
    }

    private static Task<BillbeeWorld> StartAsync(params (string Name, string Value)[] settings) => BillbeeWorld.StartAsync(IntegrationType.GenerateShipments, settings);

    private static IEnumerable<string?> Numbers(BillbeeWorld world) =>
        world.Tenant.Packings.SelectMany(packing => packing.Boxes).SelectMany(box => box.Trackings).Select(tracking => tracking.Code).Order();
}
