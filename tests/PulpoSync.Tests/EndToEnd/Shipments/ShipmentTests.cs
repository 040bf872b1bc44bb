using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Shipments;

/// <summary>What the warehouse packs, and what the shop is told of it: the two worlds are compared, not our ledger.</summary>
public class ShipmentTests
{
    private static readonly string Mug = ShippingWorld.Mug;
    private static readonly string Cup = ShippingWorld.Cup;

    [Fact]
    public async Task Packed_order_is_told_once_with_number_link_and_carrier_as_the_shop_spells_it()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 2, "Berlin"), (Cup, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping", new PackOptions { Carrier = "dhl_paket" });

        var run = await world.TellAsync();

        Assert.Equal((1, 0), (run.Counts.Created, run.Counts.Updated));
        var shipment = Assert.Single(order.Fulfillments);
        Assert.Equal(($"1 {Cup}, 2 {Mug}", "Berlin"), (ShippingWorld.Lines(shipment), shipment.Location.Name));
        var label = Assert.Single(Assert.Single(world.Tenant.Packings.Single().Boxes).Trackings);
        Assert.Equal(new TrackingInfo("DHL", label.Code, label.Url), Assert.Single(shipment.Tracking));
        Assert.Equal(FulfillmentStatus.Fulfilled, order.FulfillmentStatus);
        Assert.Empty(world.Shop.Notifications);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Several_boxes_are_one_shipment_with_several_numbers()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 1, "Berlin"), (Cup, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping", new PackOptions { Boxes = 2 });

        await world.TellAsync();

        var shipment = Assert.Single(order.Fulfillments);
        Assert.Equal(2, ShippingWorld.Numbers(shipment).Distinct().Count());
        Assert.All(shipment.Tracking, tracking => Assert.EndsWith(tracking.Number!, tracking.Url, StringComparison.Ordinal));
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Order_packed_in_parts_is_shipped_in_parts()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 3, "Berlin"));
        world.Tenant.Advance("1001", "packing");
        world.Tenant.Pack("1001", new PackOptions { Lines = [new PackLine(Mug, 1)] });

        await world.TellAsync();
        Assert.Equal([$"1 {Mug}"], order.Fulfillments.Select(ShippingWorld.Lines));
        Assert.Equal(FulfillmentStatus.PartiallyFulfilled, order.FulfillmentStatus);
        await world.AssertAtRestAsync();

        world.Tenant.Pack("1001");
        await world.TellAsync();

        Assert.Equal([$"1 {Mug}", $"2 {Mug}"], order.Fulfillments.Select(ShippingWorld.Lines));
        Assert.Equal(2, order.Fulfillments.SelectMany(ShippingWorld.Numbers).Distinct().Count());
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Two_locations_are_two_shipments_each_from_its_own()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 1, "Berlin"), (Cup, 2, "Hamburg"));
        foreach (var one in world.Tenant.Orders) world.Tenant.Advance(one.Number, "shipping");

        await world.TellAsync();

        Assert.Equal(["Berlin: " + $"1 {Mug}", "Hamburg: " + $"2 {Cup}"], order.Fulfillments.Select(f => $"{f.Location.Name}: {ShippingWorld.Lines(f)}").Order());
        await world.AssertAtRestAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Late_tracking_is_added_to_what_was_told_whether_or_not_the_warehouse_tells_of_it(bool touches)
    {
        await using var world = await ShippingWorld.StartAsync(
            new TenantOptions { Name = "pulpo", TrackingTouchesPackingOrder = touches }, ("ShipWhen", "Packed"), ("NotifyCustomer", "true"));
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping", new PackOptions { Carrier = null });
        await world.TellAsync();
        Assert.Empty(Assert.Single(order.Fulfillments).Tracking);
        Assert.Equal(LedgerState.Waiting, world.Record("1001").State);
        await world.AssertAtRestAsync();

        world.Tenant.Track(world.Tenant.Packings.Single().Boxes[0].Id, new PackLabel { Carrier = "gls", Code = "GLS-1" });
        var run = await world.TellAsync();

        Assert.Equal((0, 1), (run.Counts.Created, run.Counts.Updated));
        Assert.Equal(("GLS", "GLS-1"), Assert.Single(order.Fulfillments).Tracking.Select(t => (t.Company, t.Number)).Single());
        Assert.Equal([NotificationKind.Shipped, NotificationKind.TrackingChanged], world.Shop.Notifications.Select(n => n.Kind));
        Assert.Equal(LedgerState.Written, world.Record("1001").State);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Shipment_told_without_its_number_after_the_backup_gets_the_number_when_the_backup_is_back()
    {
        await using var world = await ShippingWorld.StartAsync(("ShipWhen", "Packed"));
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        var backup = world.Rehearsal.Runtime.BackupStore(world.Rehearsal.StorePath + ".backup", overwrite: false);
        world.Tenant.Advance("1001", "shipping", new PackOptions { Carrier = null });
        await world.TellAsync();
        await world.Rehearsal.Runtime.DisposeAsync();
        Backups.Restore(backup.Path, world.Rehearsal.StorePath);
        await world.Rehearsal.ReopenAsync();
        world.Tenant.Track(world.Tenant.Packings.Single().Boxes[0].Id, new PackLabel { Carrier = "gls", Code = "GLS-1" });

        await world.TellAsync();

        Assert.Equal("GLS-1", Assert.Single(Assert.Single(order.Fulfillments).Tracking).Number);
    }

    [Fact]
    public async Task Tracking_that_never_comes_is_waited_for_as_long_as_the_setting_says()
    {
        await using var world = await ShippingWorld.StartAsync(("ShipWhen", "Packed"), ("TrackingHours", "5"));
        await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping", new PackOptions { Carrier = null });
        await world.TellAsync();

        world.Rehearsal.Clock.Advance(TimeSpan.FromHours(6));
        await world.TellAsync();
        Assert.Equal((LedgerState.Written, null), (world.Record("1001").State, world.Record("1001").Message));
    }

    [Fact]
    public async Task Changed_tracking_replaces_what_was_told()
    {
        await using var world = await ShippingWorld.StartAsync(new TenantOptions { Name = "pulpo", TrackingTouchesPackingOrder = true });
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        await world.TellAsync();

        world.Tenant.Track(world.Tenant.Packings.Single().Boxes[0].Id, new PackLabel { Carrier = "ups", Code = "1Z999" });
        await world.TellAsync();

        Assert.Equal(("UPS", "1Z999"), Assert.Single(order.Fulfillments).Tracking.Select(t => (t.Company, t.Number)).Single());
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Label_error_waits_for_its_number_until_the_order_has_left()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping", new PackOptions { LabelError = "postal code unknown" });

        await world.TellAsync();
        Assert.Empty(order.Fulfillments);
        Assert.Equal((LedgerState.Waiting, ReasonCodes.WaitingForTracking), (world.Record("1001").State, world.Record("1001").Reason));

        world.Tenant.Ship("1001");
        await world.TellAsync();

        Assert.Equal($"1 {Mug}", ShippingWorld.Lines(Assert.Single(order.Fulfillments)));
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task ShipWhen_ended_tells_nothing_before_the_order_has_left()
    {
        await using var world = await ShippingWorld.StartAsync(("ShipWhen", "ended"));
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        await world.TellAsync();
        Assert.Empty(order.Fulfillments);

        world.Tenant.Ship("1001");
        await world.TellAsync();

        Assert.Single(order.Fulfillments);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Goods_that_the_shop_has_moved_after_picking_are_told_where_it_has_them_now()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 2, "Berlin"));
        world.Tenant.Advance("1001", "picking");
        world.Shop.Move(order.FulfillmentOrders[0], world.Shop.Locations[1], order.Lines[0], 1);
        world.Tenant.Advance("1001", "shipping");

        await world.TellAsync();

        Assert.Equal([$"Berlin: 1 {Mug}", $"Hamburg: 1 {Mug}"], order.Fulfillments.Select(f => $"{f.Location.Name}: {ShippingWorld.Lines(f)}").Order());
        Assert.Equal(FulfillmentStatus.Fulfilled, order.FulfillmentStatus);
        Assert.Single(world.Tenant.Orders, one => one.State != "cancelled");
        var again = await world.RunAsync(ShippingWorld.Orders);
        Assert.Equal((0, 0, 0), (again.Counts.Created, again.Counts.Updated, again.Counts.Cancelled));
    }

    [Fact]
    public async Task Piece_that_is_added_after_a_picked_one_was_moved_and_told_there_is_sent()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "picking");
        world.Shop.Move(order.FulfillmentOrders[0], world.Shop.Locations[1]);
        world.Tenant.Advance("1001", "shipping");
        await world.TellAsync();
        Assert.Equal("Hamburg", Assert.Single(order.Fulfillments).Location.Name);

        world.Shop.SetQuantity(order.Lines[0], 2);
        world.Shop.Move(order.FulfillmentOrders.Single(one => one.Status == FulfillmentOrderStatus.Open), world.Shop.Locations[0]);
        await world.RunAsync(ShippingWorld.Orders);
        world.Tenant.Advance("1001_2", "shipping");
        await world.TellAsync();

        Assert.Equal([$"Berlin: 1 {Mug}", $"Hamburg: 1 {Mug}"], order.Fulfillments.Select(f => $"{f.Location.Name}: {ShippingWorld.Lines(f)}").Order());
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Order_that_somebody_fulfilled_by_hand_is_left_alone_and_named()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        world.Shop.Fulfill(order.FulfillmentOrders[0]);

        await world.TellAsync();

        Assert.Single(order.Fulfillments);
        Assert.Equal(0, world.Calls("FulfillmentCreate"));
        Assert.Equal((LedgerState.Skipped, ReasonCodes.AlreadyFulfilled), (world.Record("1001").State, world.Record("1001").Reason));
        Assert.Contains("1001", Assert.Single(world.Warnings).Message, StringComparison.Ordinal);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Shipment_that_somebody_typed_with_the_same_number_counts_as_told()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 2, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        var number = world.Tenant.Packings.Single().Boxes[0].Trackings[0].Code;
        world.Shop.Fulfill(order.FulfillmentOrders[0], order.Lines[0], 1, new TrackingInfo("Hermes", number, null));

        await world.TellAsync();

        Assert.Equal([$"1 {Mug}", $"1 {Mug}"], order.Fulfillments.Select(ShippingWorld.Lines));
        Assert.Equal(["Hermes", "DHL"], order.Fulfillments.Select(f => f.Tracking[0].Company));
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Fewer_pieces_open_than_packed_are_told_as_far_as_they_are_open()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 3, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        world.Shop.Fulfill(order.FulfillmentOrders[0], order.Lines[0], 1);

        await world.TellAsync();

        Assert.Equal([$"1 {Mug}", $"2 {Mug}"], order.Fulfillments.Select(ShippingWorld.Lines));
        Assert.Contains($"{Mug}: 1 too many", Assert.Single(world.Warnings).Message, StringComparison.Ordinal);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Order_that_the_shop_cancelled_after_packing_is_named_and_not_told()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        world.Shop.Cancel(order);

        await world.TellAsync();

        Assert.Empty(order.Fulfillments);
        Assert.Equal(ReasonCodes.OrderCancelled, world.Record("1001").Reason);
        Assert.Contains("1001", Assert.Single(world.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Order_that_the_warehouse_cancelled_in_packing_is_not_told()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 2, "Berlin"));
        world.Tenant.Advance("1001", "packing");
        world.Tenant.Cancel("1001");

        await world.TellAsync();

        Assert.Empty(order.Fulfillments);
    }

    [Fact]
    public async Task Held_order_waits_and_is_told_when_it_is_released()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        world.Shop.Hold(order.FulfillmentOrders[0]);

        await world.TellAsync();
        Assert.Empty(order.Fulfillments);
        Assert.Equal((LedgerState.Waiting, ReasonCodes.HoldInShop), (world.Record("1001").State, world.Record("1001").Reason));

        world.Shop.ReleaseHold(order.FulfillmentOrders[0]);
        await world.TellAsync();

        Assert.Single(order.Fulfillments);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Piece_that_its_own_location_holds_back_is_not_told_for_another_location()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = world.Sell((Mug, 2, "Berlin"));
        var moved = world.Shop.Split(order.FulfillmentOrders[0], order.Lines[0], 1);
        world.Shop.Hold(order.FulfillmentOrders[0]);
        await world.RunAsync(ShippingWorld.Orders);
        world.Tenant.Advance("1001", "packing");
        world.Shop.Move(moved, world.Shop.Locations.First(location => location.Name == "Hamburg"));
        await world.RunAsync(ShippingWorld.Orders);
        world.Tenant.Pack("1001");

        await world.TellAsync();
        Assert.Empty(order.Fulfillments);
        Assert.Equal(ReasonCodes.HoldInShop, world.Record("1001").Reason);

        world.Shop.ReleaseHold(order.FulfillmentOrders[0]);
        await world.TellAsync();
        await world.RunAsync(ShippingWorld.Orders);
        world.Tenant.Advance("1001_2", "shipping");
        await world.TellAsync();

        Assert.Equal([("Berlin", $"1 {Mug}"), ("Hamburg", $"1 {Mug}")], order.Fulfillments.Select(shipment => (shipment.Location.Name, ShippingWorld.Lines(shipment))));
        Assert.Equal(FulfillmentStatus.Fulfilled, order.FulfillmentStatus);
        await world.AssertAtRestAsync();
    }

    [Fact]
    public async Task Shipment_that_people_took_back_in_the_shop_is_told_again_only_on_demand()
    {
        await using var world = await ShippingWorld.StartAsync(new TenantOptions { Name = "pulpo", TrackingTouchesPackingOrder = true });
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping");
        await world.TellAsync();
        world.Shop.CancelFulfillment(order.Fulfillments[0]);
        world.Tenant.Track(world.Tenant.Packings.Single().Boxes[0].Id, new PackLabel { Code = "NEW-1" });

        await world.TellAsync();
        await world.TellAsync();
        Assert.Single(order.Fulfillments);

        await world.Rehearsal.RunAsync(new StartRequest { Names = [ShippingWorld.Shipments], Records = ["1001"], Recreate = true });

        Assert.Equal([true, false], order.Fulfillments.Select(f => f.IsCancelled));
        Assert.Equal(["NEW-1"], ShippingWorld.Numbers(order.Fulfillments[1]));
    }

    [Fact]
    public async Task Two_shops_of_one_tenant_are_each_told_of_their_own()
    {
        await using var world = await ShippingWorld.StartAsync();
        var other = world.Rehearsal.Sandbox.AddShop(new ShopOptions { Name = "second", Throttling = false });
        await world.Rehearsal.AddShopAsync("Second", other);
        await world.Rehearsal.AddOrdersAsync("SecondOrders", "Second", ShippingWorld.OrderSettings(("NumberPrefix", "S-")));
        await world.Rehearsal.AddAsync(IntegrationType.GenerateShipments, "SecondShipments", "PULPO", "Second");
        var first = await world.OrderAsync((Mug, 1, "Berlin"));
        var second = ShippingWorld.Sell(other, (Cup, 2, "Hamburg"));
        await world.RunAsync("SecondOrders");
        world.Tenant.AddForeignOrder("F-1");
        foreach (var one in world.Tenant.Orders) world.Tenant.Advance(one.Number, "shipping");

        var told = await world.TellAsync();
        var toldToSecond = await world.RunAsync("SecondShipments");

        Assert.Equal((1, 1), (told.Counts.Read, told.Counts.Created));
        Assert.Equal((1, 1), (toldToSecond.Counts.Read, toldToSecond.Counts.Created));
        Assert.Equal([$"1 {Mug}"], first.Fulfillments.Select(ShippingWorld.Lines));
        Assert.Equal([$"2 {Cup}"], second.Fulfillments.Select(ShippingWorld.Lines));
    }

    [Fact]
    public async Task Carriers_are_named_as_the_settings_say()
    {
        await using var world = await ShippingWorld.StartAsync(("CarrierMap", "rider=Bike Courier"), ("NotifyCustomer", "true"));
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        world.Tenant.Advance("1001", "shipping", new PackOptions { Carrier = "rider" });

        await world.TellAsync();

        Assert.Equal("Bike Courier", Assert.Single(order.Fulfillments).Tracking[0].Company);
        Assert.Equal(NotificationKind.Shipped, Assert.Single(world.Shop.Notifications).Kind);
    }

    [Fact]
    public async Task Single_order_can_be_told_by_its_number_and_previewed()
    {
        await using var world = await ShippingWorld.StartAsync();
        var order = await world.OrderAsync((Mug, 1, "Berlin"));
        await world.OrderAsync((Cup, 1, "Berlin"));
        foreach (var one in world.Tenant.Orders) world.Tenant.Advance(one.Number, "shipping");

        var preview = Assert.Single(await world.Rehearsal.RunAsync(new StartRequest { Names = [ShippingWorld.Shipments], Preview = true }));
        Assert.Equal((2, 0), (preview.Counts.Previewed, world.Calls("FulfillmentCreate")));

        await world.Rehearsal.RunAsync(new StartRequest { Names = [ShippingWorld.Shipments], Records = ["1001"] });

        Assert.Single(order.Fulfillments);
        Assert.Equal(1, world.Calls("FulfillmentCreate"));
    }
}
