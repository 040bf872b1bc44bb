using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.EndToEnd.Shipments;

/// <summary>Whatever is lost on the way, the customer's order shows each packing once.</summary>
public class LostShipmentTests
{
    // The recovery of a store waits until no request of a dead run can still arrive.
    private static readonly TimeSpan WireIsQuiet = TimeSpan.FromMinutes(3);

    private static readonly string Mug = ShippingWorld.Mug;

    [Theory]
    [InlineData(FaultKind.CutAfter, 0, true)]
    [InlineData(FaultKind.CutBody, 0, true)]
    [InlineData(FaultKind.Status, 502, true)]
    [InlineData(FaultKind.Html, 200, true)]
    [InlineData(FaultKind.EmptyBody, 200, true)]
    [InlineData(FaultKind.Status, 429, false)]
    [InlineData(FaultKind.Throttled, 0, false)]
    public async Task Create_whose_answer_is_lost_or_that_is_put_off_is_one_shipment_after_one_run(FaultKind kind, int status, bool executed)
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 2, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        world.Fail(kind, "FulfillmentCreate", status, after: executed);

        var run = await world.TellAsync();

        Assert.Equal(1, run.Counts.Created);
        Assert.Equal($"2 {Mug}", ShippingWorld.Lines(Assert.Single(order.Fulfillments)));
        Assert.Equal(executed ? 1 : 2, world.Calls("FulfillmentCreate"));
        await world.AssertAtRestAsync();
    }

    [Theory]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.InternalError)]
    public async Task Create_of_unknown_outcome_is_settled_by_the_next_run(FaultKind kind)
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 2, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        world.Fail(kind, "FulfillmentCreate");
        // The look after the lost answer fails too: the first reading of the order is the only one that comes through.
        var blind = world.Fail(FaultKind.Status, "ShippingByIds", count: 0, nth: 2);

        var lost = await world.RunAsync(ShippingWorld.Shipments);
        Assert.Equal(RunStatus.Failed, lost.Status);
        Assert.Equal(LedgerState.Pending, world.Record("1001").State);

        world.Faults.Remove(blind.Id);
        world.Rehearsal.Clock.Advance(WireIsQuiet);
        await world.TellAsync();

        Assert.Equal($"2 {Mug}", ShippingWorld.Lines(Assert.Single(order.Fulfillments)));
        Assert.EndsWith($"/{order.Fulfillments[0].Id}", world.Record("1001").DestinationId, StringComparison.Ordinal);
        await world.AssertAtRestAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Twins_without_tracking_are_told_apart_after_a_lost_answer(bool executed)
    {
        await using var world = await ShippingWorld.StartAsync(("ShipWhen", "Packed"));
        var order = await world.OrderAsync((Mug, 3, "Berlin"));
        world.Tenant.Advance("1001", "packing");
        var bare = new PackOptions { Lines = [new PackLine(Mug, 1)], Carrier = null };
        world.Tenant.Pack("1001", bare);
        await world.TellAsync();
        world.Tenant.Pack("1001", bare);
        world.Fail(executed ? FaultKind.CutAfter : FaultKind.CutBefore, "FulfillmentCreate");
        // What stays incomplete is read again; only the second packing is written, and its look is to fail.
        var blind = world.Fail(FaultKind.Status, "ShippingByIds", count: 0, nth: 2);
        await world.RunAsync(ShippingWorld.Shipments);
        world.Faults.Remove(blind.Id);
        world.Rehearsal.Clock.Advance(WireIsQuiet);

        await world.TellAsync();

        Assert.Equal([$"1 {Mug}", $"1 {Mug}"], order.Fulfillments.Select(ShippingWorld.Lines));
        Assert.Equal(1, order.Lines[0].UnfulfilledQuantity);

        // Their numbers come late, each to its own.
        var boxes = world.Tenant.Packings.SelectMany(packing => packing.Boxes).ToList();
        world.Tenant.Track(boxes[0].Id, new PackLabel { Code = "FIRST" });
        world.Tenant.Track(boxes[1].Id, new PackLabel { Code = "SECOND" });
        await world.TellAsync();
        Assert.Equal(["FIRST", "SECOND"], order.Fulfillments.SelectMany(ShippingWorld.Numbers));
        await world.AssertAtRestAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tracking_update_whose_answer_is_lost_is_one_message_to_the_customer(bool lookFails)
    {
        await using var world = await ShippingWorld.StartAsync(("ShipWhen", "Packed"), ("NotifyCustomer", "true"));
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping", new PackOptions { Carrier = null });
        await world.TellAsync();
        world.Tenant.Track(world.Tenant.Packings.Single().Boxes[0].Id, new PackLabel { Code = "LATE-1" });
        world.Fail(FaultKind.CutAfter, "FulfillmentTracking");
        var blind = lookFails ? world.Fail(FaultKind.Status, "ShippingByIds", count: 0, nth: 2) : null;

        var run = await world.RunAsync(ShippingWorld.Shipments);
        if (blind is not null)
        {
            Assert.Equal(RunStatus.Failed, run.Status);
            world.Faults.Remove(blind.Id);
            await world.TellAsync();
        }

        Assert.Equal(["LATE-1"], ShippingWorld.Numbers(Assert.Single(order.Fulfillments)));
        Assert.Equal([NotificationKind.Shipped, NotificationKind.TrackingChanged], world.Shop.Notifications.Select(n => n.Kind));
        Assert.Equal(1, world.Calls("FulfillmentTracking"));
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Second_location_whose_answer_is_lost_leaves_each_shipment_once()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 2, "Berlin"));
        world.Tenant.Advance("1001", "picking");
        world.Shop.Move(order.FulfillmentOrders[0], world.Shop.Locations[1], order.Lines[0], 1);
        world.Tenant.Advance("1001", "shipping");
        world.Fail(FaultKind.CutBefore, "FulfillmentCreate", nth: 2);

        await world.RunAsync(ShippingWorld.Shipments);
        world.Rehearsal.Clock.Advance(WireIsQuiet);
        await world.TellAsync();

        Assert.Equal([$"Berlin: 1 {Mug}", $"Hamburg: 1 {Mug}"], order.Fulfillments.Select(f => $"{f.Location.Name}: {ShippingWorld.Lines(f)}").Order());
    }

    [Theory]
    [InlineData(FaultKind.HangAfter)]
    [InlineData(FaultKind.HangBefore)]
    public async Task Process_killed_amid_a_create_leaves_one_shipment(FaultKind kind)
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        var held = world.Fail(kind, "FulfillmentCreate");
        await world.Rehearsal.Runtime.DisposeAsync();
        using (var process = ChildProcess.Start(null, "run", ShippingWorld.Shipments, "--store", world.Rehearsal.StorePath, "--json"))
        {
            await held.Reached;
            await process.KillAsync();
        }

        held.Release();
        await world.Rehearsal.ReopenAsync();
        world.Rehearsal.Clock.Advance(WireIsQuiet);
        await world.TellAsync();

        Assert.Single(order.Fulfillments);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Order_that_changes_while_it_is_told_is_read_again()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 2, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        var held = world.Fail(FaultKind.HangBefore, "FulfillmentCreate");

        var telling = world.RunAsync(ShippingWorld.Shipments);
        await held.Reached;
        world.Shop.Move(order.FulfillmentOrders[0], world.Shop.Locations[1]);
        held.Release();
        await telling;

        Assert.Equal($"Hamburg: 2 {Mug}", order.Fulfillments.Select(f => $"{f.Location.Name}: {ShippingWorld.Lines(f)}").Single());
    }

    [Fact]
    public async Task Warehouse_out_of_reach_ends_the_run_and_nothing_is_skipped()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        var fault = world.Faults.Add(new Fault { Kind = FaultKind.Status, System = "pulpo", Path = "shipment_tracking", Count = 0 });

        Assert.Equal(RunStatus.Failed, (await world.RunAsync(ShippingWorld.Shipments)).Status);
        world.Faults.Remove(fault.Id);
        await world.TellAsync();

        Assert.Single(order.Fulfillments);
    }
}
