using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Flows.SalesOrders;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Flows;

public class SalesOrderFlowTests
{
    [Fact]
    public void Plan_a_new_order_makes_one_delivery_under_the_bare_number()
    {
        var plan = Flow().Plan(Some.Order(), []);

        var write = Assert.Single(plan.Writes);
        Assert.Equal((WriteOperation.Create, "1001", "loc-Berlin/1", 1), (write.Operation, write.Number, write.Part, write.Ordinal));
        Assert.Equal("Berlin", write.Record.Delivery!.Warehouse);
        Assert.Equal(2, Assert.Single(write.Record.Lines).Quantity);
    }

    [Fact]
    public void Plan_a_split_known_at_first_is_numbered_over_the_matched_locations_by_name()
    {
        var order = Split(("Paris", 1), ("Hamburg", 1), ("Berlin", 2));

        var plan = Flow().Plan(order, []);

        Assert.Equal(["1001_1 Berlin", "1001_2 Hamburg"], plan.Writes.Select(write => $"{write.Number} {write.Record.Delivery!.Warehouse}"));
        var left = Assert.Single(plan.Decisions);
        Assert.Equal(ReasonCodes.NoWarehouse, left.Reason);
        Assert.Contains("Paris", left.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_a_location_on_hold_keeps_its_number_of_the_split()
    {
        var order = Some.Order() with
        {
            Lines = [Some.Line("L1"), Some.Line("L2")],
            FulfillmentOrders = [Some.Fulfillment("Berlin", FulfillmentState.OnHold, ("L1", 2)), Some.Fulfillment("Hamburg", lines: ("L2", 2))],
        };
        var world = new World(Flow());

        world.Run(order);
        Assert.Equal(["1001_2 Hamburg 2"], world.Orders);
        Assert.Equal(LedgerState.Waiting, world.Row("loc-Berlin/1").State);

        world.Run(order with { FulfillmentOrders = [Some.Fulfillment("Berlin", lines: ("L1", 2)), order.FulfillmentOrders[1]] });
        Assert.Equal(["1001_1 Berlin 2", "1001_2 Hamburg 2"], world.Orders);
    }

    [Fact]
    public void Plan_what_comes_later_takes_the_next_number()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));

        world.Run(Split(("Berlin", 2), ("Hamburg", 1)));

        Assert.Equal(["1001 Berlin 2", "1001_2 Hamburg 1"], world.Orders);
    }

    [Fact]
    public void Plan_an_edit_is_written_while_queued_and_repeats_nothing()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));

        Assert.Equal(["Update 1001"], world.Run(Split(("Berlin", 3))));
        Assert.Equal(["1001 Berlin 3"], world.Orders);
        Assert.Equal([], world.Run(Split(("Berlin", 3))));
    }

    [Fact]
    public void Plan_more_pieces_after_picking_start_a_new_generation_with_the_difference()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.Pick("1001");

        world.Run(Split(("Berlin", 5)));

        Assert.Equal(["1001 Berlin 2", "1001_2 Berlin 3"], world.Orders);
        Assert.Equal([], world.Run(Split(("Berlin", 5))));
    }

    [Fact]
    public void Plan_fewer_pieces_after_picking_leave_the_order_and_say_so_once_per_content()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.Pick("1001");

        world.Run(Split(("Berlin", 1)));
        Assert.Equal(["1001 Berlin 2"], world.Orders);
        var first = Assert.Single(Flow().Plan(Split(("Berlin", 1)), world.Rows).Decisions);
        Assert.Equal((ReasonCodes.ChangedAfterPicking, true), (first.Reason, first.WarnOnceFor is not null));
        var again = Flow().Plan(Split(("Berlin", 1)), world.Rows).Decisions.Single();
        Assert.Equal(first.WarnOnceFor, again.WarnOnceFor);
    }

    [Fact]
    public void Plan_a_move_of_a_queued_order_is_withdrawn_and_made_under_the_next_number()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));

        Assert.Equal(["Withdraw 1001", "Create 1001_2"], world.Run(Split(("Hamburg", 2))));
        Assert.Equal(["1001_2 Hamburg 2"], world.Orders);
        Assert.Equal(["Withdraw 1001_2", "Create 1001_3"], world.Run(Split(("Berlin", 2))));
    }

    [Fact]
    public void Plan_a_move_after_picking_is_left_with_a_warning_and_never_doubled()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.Pick("1001");

        world.Run(Split(("Hamburg", 2)));

        Assert.Equal(["1001 Berlin 2"], world.Orders);
        Assert.Contains(Flow().Plan(Split(("Hamburg", 2)), world.Rows).Decisions, d => d.Reason == ReasonCodes.ChangedAfterPicking);
    }

    [Fact]
    public void Plan_a_move_to_an_unknown_location_cancels_the_queued_order()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));

        world.Run(Split(("Paris", 2)));

        Assert.Equal([], world.Orders);
    }

    [Fact]
    public void Plan_a_part_of_a_move_shrinks_here_before_it_grows_there()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 5)));

        Assert.Equal(["Update 1001", "Create 1001_2"], world.Run(Split(("Berlin", 2), ("Hamburg", 3))));
        Assert.Equal(["1001 Berlin 2", "1001_2 Hamburg 3"], world.Orders);
    }

    [Fact]
    public void Plan_a_hold_after_the_import_changes_nothing()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));

        var held = Split(("Berlin", 2)) with { FulfillmentOrders = [Some.Fulfillment("Berlin", FulfillmentState.OnHold, ("L1", 2))] };

        Assert.Equal([], world.Run(held));
    }

    [Fact]
    public void Plan_pieces_on_hold_beside_open_ones_wait_and_join_them_when_released()
    {
        var world = new World(Flow());
        var order = Beside(Some.Fulfillment("Berlin", FulfillmentState.OnHold, ("L2", 1)));

        world.Run(order);
        Assert.Equal(["1001 Berlin 2"], world.Orders);
        Assert.Equal(LedgerState.Waiting, world.Row("loc-Berlin/2").State);
        Assert.Equal([], world.Run(order));

        Assert.Equal(["Update 1001"], world.Run(Beside(Some.Fulfillment("Berlin", lines: ("L2", 1)))));
        Assert.Equal(["1001 Berlin 3"], world.Orders);
    }

    [Fact]
    public void Plan_pieces_on_hold_that_are_released_after_picking_are_a_new_generation()
    {
        var world = new World(Flow());
        world.Run(Beside(Some.Fulfillment("Berlin", FulfillmentState.Scheduled, ("L2", 1))));
        world.Pick("1001");

        world.Run(Beside(Some.Fulfillment("Berlin", lines: ("L2", 1))));

        Assert.Equal(["1001 Berlin 2", "1001_2 Berlin 1"], world.Orders);
    }

    [Fact]
    public void Plan_pieces_on_hold_that_came_after_the_import_are_not_added()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));

        var more = Split(("Berlin", 3)) with
        {
            FulfillmentOrders = [Some.Fulfillment("Berlin", FulfillmentState.OnHold, ("L1", 2)), Some.Fulfillment("Berlin", lines: ("L1", 1))],
        };

        Assert.Equal([], world.Run(more));
        Assert.Equal(LedgerState.Waiting, world.Row("loc-Berlin/2").State);
    }

    [Fact]
    public void Plan_pick_up_beside_parcels_of_the_same_location_stays_out_with_its_reason()
    {
        var world = new World(Flow());
        var order = Beside(Some.Fulfillment("Berlin", lines: ("L2", 1)) with { Delivery = DeliveryKind.PickUp });

        world.Run(order);

        Assert.Equal([], world.Run(order));
        Assert.Equal(["1001 Berlin 2"], world.Orders);
        Assert.Equal(ReasonCodes.PickUp, world.Row("loc-Berlin/2").Reason);
    }

    [Fact]
    public void Plan_an_order_shipped_by_somebody_else_is_not_cancelled()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));

        var shipped = Some.Order() with
        {
            FulfillmentStatus = "FULFILLED",
            FulfillmentOrders = [Some.Fulfillment("Berlin", FulfillmentState.Closed, ("L1", 0))],
            Shipments = [new Shipment { Key = "s1", LocationKey = "loc-Berlin", Lines = [new LineQuantity("L1", 2)] }],
        };

        Assert.Equal([], world.Run(shipped));
        Assert.Equal(["1001 Berlin 2"], world.Orders);
    }

    [Fact]
    public void Plan_goods_that_left_after_picking_are_no_edit()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.Pick("1001");
        var shipped = Split(("Berlin", 1)) with
        {
            FulfillmentStatus = "PARTIALLY_FULFILLED",
            Shipments = [new Shipment { Key = "s1", LocationKey = "loc-Berlin", Lines = [new LineQuantity("L1", 1)] }],
        };

        world.Run(shipped);

        Assert.DoesNotContain(Flow().Plan(shipped, world.Rows).Decisions, d => d.Reason == ReasonCodes.ChangedAfterPicking);
    }

    [Fact]
    public void Plan_more_pieces_after_the_first_ones_have_left_are_a_new_generation()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 3)));
        world.Pick("1001");

        var more = Split(("Berlin", 3)) with { Shipments = [Left("Berlin", 2)] };
        world.Run(more);

        Assert.Equal(["1001 Berlin 3", "1001_2 Berlin 2"], world.Orders);
        Assert.Equal([], world.Run(more));
    }

    [Fact]
    public void Plan_a_later_delivery_keeps_its_pieces_when_those_of_the_first_have_left()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.Pick("1001");
        world.Run(Split(("Berlin", 3)));

        var shipped = Split(("Berlin", 1)) with { Shipments = [Left("Berlin", 2)] };
        world.Run(shipped);

        Assert.Equal(["1001 Berlin 2", "1001_2 Berlin 1"], world.Orders);
        Assert.Equal([], world.Run(shipped));
    }

    [Fact]
    public void Plan_what_somebody_else_shipped_before_picking_is_not_sent_again()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 3)));
        var less = Split(("Berlin", 2)) with { Shipments = [Left("Berlin", 1)] };
        Assert.Equal(["Update 1001"], world.Run(less));
        world.Pick("1001");

        Assert.Equal([], world.Run(less with { Note = "new" }));
        Assert.Equal(["1001 Berlin 2"], world.Orders);
    }

    [Fact]
    public void Plan_a_later_delivery_whose_pieces_are_picked_already_is_withdrawn()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.Pick("1001");
        world.Run(Split(("Berlin", 3)));

        Assert.Equal(["Withdraw 1001_2"], world.Run(Split(("Berlin", 2))));
    }

    [Fact]
    public void Plan_two_deliveries_in_the_warehouses_hands_hold_too_much_together()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.Pick("1001");
        world.Run(Split(("Berlin", 3)));
        world.Pick("1001_2");

        world.Run(Split(("Berlin", 2)));

        Assert.Contains(Flow().Plan(Split(("Berlin", 2)), world.Rows).Decisions, d => d.Reason == ReasonCodes.ChangedAfterPicking);
    }

    [Fact]
    public void Plan_a_move_between_two_deliveries_grows_there_only_once_it_has_shrunk_here()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2), ("Hamburg", 1)));

        Assert.Equal(["Update 1001_1", "Update 1001_2"], world.Run(Split(("Berlin", 1), ("Hamburg", 2))));
        Assert.Equal(["Update 1001_2", "Update 1001_1"], world.Run(Split(("Berlin", 2), ("Hamburg", 1))));
    }

    [Fact]
    public void Plan_a_move_to_another_delivery_after_picking_leaves_both()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2), ("Hamburg", 1)));
        world.Pick("1001_1");

        Assert.Equal([], world.Run(Split(("Hamburg", 3))));
        Assert.Equal(["1001_1 Berlin 2", "1001_2 Hamburg 1"], world.Orders);
    }

    [Fact]
    public void Plan_a_move_to_an_unknown_location_after_picking_leaves_the_other_deliveries_alone()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 1), ("Hamburg", 1)));
        world.Pick("1001_2");

        Assert.Equal([], world.Run(Split(("Berlin", 1), ("Paris", 1))));
        Assert.Equal(["1001_1 Berlin 1", "1001_2 Hamburg 1"], world.Orders);
    }

    [Fact]
    public void Plan_goods_that_were_picked_before_they_moved_stay_where_they_are_whatever_waits_there()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2), ("Hamburg", 3)));
        world.Pick("1001_1");
        var held = Split(("Hamburg", 5)) with { FulfillmentOrders = [Some.Fulfillment("Hamburg", FulfillmentState.OnHold, ("L1", 5))] };

        Assert.Equal([], world.Run(held));
        Assert.Equal([], world.Run(held));
        Assert.Equal(["1001_1 Berlin 2", "1001_2 Hamburg 3"], world.Orders);
    }

    [Fact]
    public void Plan_lines_that_were_removed_go_although_the_rest_was_shipped_by_somebody_else()
    {
        var world = new World(Flow());
        world.Run(Beside(Some.Fulfillment("Berlin", lines: ("L2", 1))));

        var order = Some.Order() with { Lines = [Some.Line("L1"), Some.Line("L2", quantity: 0)], FulfillmentOrders = [], Shipments = [Left("Berlin", 2)] };

        Assert.Equal(["Update 1001"], world.Run(order));
        Assert.Equal(["1001 Berlin 2"], world.Orders);
    }

    [Fact]
    public void Plan_a_line_that_was_taken_back_is_not_shipped_although_the_order_left_the_filter()
    {
        var world = new World(Flow());
        var order = Some.Order() with
        {
            Lines = [Some.Line("L1"), Some.Line("L2")], FulfillmentOrders = [Some.Fulfillment("Berlin", FulfillmentState.Open, ("L1", 2), ("L2", 2))],
        };
        world.Run(order);

        world.Run(order with
        {
            FinancialStatus = "PARTIALLY_REFUNDED", Lines = [Some.Line("L1"), Some.Line("L2", quantity: 0)], FulfillmentOrders = [Some.Fulfillment()],
        });

        Assert.Equal(["1001 Berlin 2"], world.Orders);
    }

    [Fact]
    public void Plan_an_order_that_left_the_filter_starts_nothing_new()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));

        world.Run(Split(("Berlin", 2), ("Hamburg", 1)) with { FinancialStatus = "PARTIALLY_REFUNDED" });

        Assert.Equal(["1001 Berlin 2"], world.Orders);
        Assert.Equal(ReasonCodes.FinancialStatus, world.Row("loc-Hamburg/1").Reason);
    }

    [Fact]
    public void Plan_a_move_is_carried_out_although_the_order_left_the_filter()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));

        world.Run(Split(("Berlin", 1), ("Hamburg", 1)) with { FinancialStatus = "PARTIALLY_REFUNDED" });
        Assert.Equal(["1001 Berlin 1", "1001_2 Hamburg 1"], world.Orders);

        world.Run(Split(("Hamburg", 2)) with { FinancialStatus = "PARTIALLY_REFUNDED" });
        Assert.Equal(["1001_2 Hamburg 2"], world.Orders);
    }

    [Fact]
    public void Plan_an_order_that_comes_back_from_an_unknown_location_is_made_although_it_left_the_filter()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.Run(Split(("Paris", 2)) with { FinancialStatus = "PARTIALLY_REFUNDED" });
        Assert.Equal([], world.Orders);

        world.Run(Split(("Hamburg", 2)) with { FinancialStatus = "PARTIALLY_REFUNDED" });

        Assert.Equal(["1001_2 Hamburg 2"], world.Orders);
    }

    [Fact]
    public void Plan_a_cancelled_order_cancels_all_its_deliveries()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2), ("Hamburg", 1)));

        Assert.Equal(["Cancel 1001_1", "Cancel 1001_2"], world.Run(Split(("Berlin", 2), ("Hamburg", 1)) with { CancelledAt = Some.Morning }));
        Assert.Equal([], world.Run(Split(("Berlin", 2), ("Hamburg", 1)) with { CancelledAt = Some.Morning }));
    }

    [Fact]
    public void Plan_a_cancel_that_came_too_late_is_final()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.Ship("1001");
        var cancelled = Split(("Berlin", 2)) with { CancelledAt = Some.Morning };

        Assert.Equal(["Cancel 1001"], world.Run(cancelled));
        Assert.Equal([], world.Run(cancelled));
        Assert.Equal(ReasonCodes.CancelTooLate, Flow().Plan(cancelled, world.Rows).Decisions.Single().Reason);
    }

    [Fact]
    public void Plan_an_order_cancelled_in_the_warehouse_alone_comes_back_only_on_demand()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.CancelInWarehouse("1001");

        world.Run(Split(("Berlin", 3)));
        Assert.Equal([], world.Orders);
        Assert.Equal([], world.Run(Split(("Berlin", 3))));

        new World(Flow(recreate: true), world).Run(Split(("Berlin", 3)));
        Assert.Equal(["1001_2 Berlin 3"], world.Orders);
    }

    [Fact]
    public void Plan_no_visible_fulfilment_order_points_to_the_missing_right()
    {
        var plan = Flow().Plan(Some.Order() with { FulfillmentOrders = [] }, []);

        Assert.Equal(ReasonCodes.FulfillmentOrdersHidden, plan.Decisions.Single().Reason);
    }

    [Theory]
    [InlineData(DeliveryKind.PickUp)]
    [InlineData(DeliveryKind.Local)]
    [InlineData(DeliveryKind.Retail)]
    public void Plan_pick_up_stays_out_unless_wanted(DeliveryKind kind)
    {
        var order = Some.Order() with { FulfillmentOrders = [Some.Fulfillment() with { Delivery = kind }] };

        Assert.Equal(ReasonCodes.PickUp, Flow().Plan(order, []).Decisions.Single().Reason);
        Assert.Single(Flow(Some.Settings() with { IncludePickup = true }).Plan(order, []).Writes);
    }

    [Fact]
    public void Plan_a_way_of_delivery_that_nobody_knows_is_not_taken_for_a_parcel()
    {
        var order = Some.Order() with { FulfillmentOrders = [Some.Fulfillment() with { Delivery = DeliveryKind.Other }] };

        Assert.Equal(ReasonCodes.UnknownState, Flow().Plan(order, []).Decisions.Single().Reason);
        Assert.Single(Flow(Some.Settings() with { IncludePickup = true }).Plan(order, []).Writes);
    }

    [Theory]
    [InlineData("Main street", null, "Main street=Berlin", "Berlin")]
    [InlineData("Main street", "Hamburg", "", "Hamburg")]
    [InlineData("Main street", "Hamburg", "Main street=Berlin", "Berlin")]
    [InlineData(" berlin ", null, "", "Berlin")]
    [InlineData("Main street", null, "", null)]
    public void Plan_the_warehouse_comes_from_the_map_the_fixed_one_or_the_equal_name(string location, string? warehouse, string map, string? expected)
    {
        var settings = Some.Settings() with
        {
            Warehouse = warehouse,
            WarehouseMap = new SettingBag(new Dictionary<string, string> { ["WarehouseMap"] = map }).Map("WarehouseMap"),
        };

        var plan = Flow(settings).Plan(Some.Order() with { FulfillmentOrders = [Some.Fulfillment(location)] }, []);

        Assert.Equal(expected, plan.Writes.SingleOrDefault()?.Record.Delivery?.Warehouse);
    }

    [Fact]
    public void Plan_a_changed_warehouse_map_does_not_move_what_is_already_imported()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));

        var moved = Flow(Some.Settings() with { WarehouseMap = new Dictionary<string, string> { ["Berlin"] = "Hamburg" } });

        Assert.Equal([], new World(moved, world).Run(Split(("Berlin", 2))));
    }

    [Fact]
    public void Plan_a_state_that_we_set_in_the_shop_is_no_edit_and_cancels_nothing()
    {
        var world = new World(Flow(Some.Settings() with { OrderStatus = new HashSet<string> { "PAID" } }));
        Assert.Equal(["Create 1001"], world.Run(Some.Order() with { Status = "PAID" }));

        Assert.Empty(world.Run(Some.Order() with { Status = "PACKED", UpdatedAt = Some.Morning.AddHours(1) }));

        Assert.Equal(["1001 Berlin 2"], world.Orders);
    }

    [Fact]
    public void Plan_pieces_of_a_closed_order_that_no_delivery_holds_are_named_once_and_sent_when_it_is_opened_again()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        world.Pick("1001");

        var late = Assert.Single(Flow().Plan(Closed(3), world.Rows).Decisions);
        Assert.Equal((ReasonCodes.ChangedAfterPicking, true), (late.Reason, late.Message.StartsWith("1 x MUG-1 came too late for 1001:", StringComparison.Ordinal)));
        Assert.NotNull(late.WarnOnceFor);
        Assert.Equal(late.WarnOnceFor, Assert.Single(Flow().Plan(Closed(3), world.Rows).Decisions).WarnOnceFor);
        Assert.Empty(world.Run(Closed(3)));

        Assert.Equal(["Create 1001_2"], world.Run(Split(("Berlin", 3))));
        Assert.Equal(["1001 Berlin 2", "1001_2 Berlin 1"], world.Orders);
        Assert.DoesNotContain(Flow().Plan(Closed(3), world.Rows).Decisions, decision => decision.Reason == ReasonCodes.ChangedAfterPicking);
    }

    [Fact]
    public void Plan_a_closed_order_whose_line_was_exchanged_takes_the_queued_delivery_back()
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        var exchanged = Closed(2) with { Lines = [Some.Line("L2")], FulfillmentOrders = [Some.Fulfillment("Berlin", FulfillmentState.Closed, ("L2", 2))] };

        Assert.Equal(["Withdraw 1001"], world.Run(exchanged));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    public void Plan_a_closed_order_names_nothing_that_was_shipped_by_hand_or_is_open_elsewhere(int ordered)
    {
        var world = new World(Flow());
        world.Run(Split(("Berlin", 2)));
        var closed = Closed(ordered);

        Assert.DoesNotContain(Named(closed with { Shipments = [Left("Hamburg", 1)] }), decision => decision.Reason == ReasonCodes.ChangedAfterPicking);
        var moved = closed with { FulfillmentOrders = [.. closed.FulfillmentOrders, Some.Fulfillment("Hamburg", lines: ("L1", ordered - 1))] };
        Assert.DoesNotContain(Named(moved), decision => decision.Reason == ReasonCodes.ChangedAfterPicking);

        IReadOnlyList<Decision> Named(Order order) => Flow().Plan(order, world.Rows).Decisions;
    }

    private static SalesOrderFlow Flow(SalesOrderSettings? settings = null, bool recreate = false) =>
        new(settings ?? Some.Settings(), new ShipmentOrigins(_ => []), Some.Hash, "fingerprint", recreate);

    private static Order Split(params (string Location, int Pieces)[] places) => Some.Order() with
    {
        Lines = [Some.Line(quantity: places.Sum(place => place.Pieces))],
        FulfillmentOrders = [.. places.Select(place => Some.Fulfillment(place.Location, lines: ("L1", place.Pieces)))],
    };

    // As Billbee gives it: all lines, and a state for the whole.
    private static Order Closed(int pieces) => Split(("Berlin", pieces)) with { FulfillmentOrders = [Some.Fulfillment("Berlin", FulfillmentState.Closed, ("L1", pieces))] };

    private static Shipment Left(string location, int pieces) =>
        new() { Key = $"s-{pieces}", LocationKey = $"loc-{location}", Lines = [new LineQuantity("L1", pieces)] };

    private static Order Beside(FulfillmentOrder other) =>
        Some.Order() with { Lines = [Some.Line("L1"), Some.Line("L2", quantity: 1)], FulfillmentOrders = [Some.Fulfillment(), other] };

    /// <summary>A ledger and a warehouse in a few lines: carries plans out as a run does, with the state machine of a warehouse.</summary>
    private sealed class World(SalesOrderFlow flow)
    {
        private readonly Dictionary<string, LedgerRow> _rows = [];
        private readonly Dictionary<string, string> _states = [];

        public World(SalesOrderFlow flow, World same)
            : this(flow) => (_rows, _states) = (same._rows, same._states);

        public IReadOnlyList<LedgerRow> Rows => [.. _rows.Values];

        public IEnumerable<string> Orders => _rows.Values.Where(row => row.IsAlive).OrderBy(row => row.Ordinal).Select(row =>
            $"{row.Number} {HeldLines.Parse(row.Held).Warehouse} {HeldLines.Parse(row.Held).Lines.Values.Sum()}");

        public LedgerRow Row(string part) => _rows[part];

        public void Pick(string number) => _states[number] = "picking";

        public void Ship(string number) => _states[number] = "shipping";

        public void CancelInWarehouse(string number) => _states[number] = "cancelled";

        public IReadOnlyList<string> Run(Order order)
        {
            var done = new List<string>();
            for (var round = 0; round < 5; round++)
            {
                var plan = flow.Plan(order, Rows);
                foreach (var write in plan.Writes) Carry(order, write, done);
                if (!plan.IsFinal) continue;
                foreach (var decision in plan.Decisions.Where(d => d.State is not null and not LedgerState.Written && d.Part is not null)) Keep(order, decision);
                break;
            }

            return done;
        }

        private void Carry(Order order, PlannedWrite<Order> write, List<string> done)
        {
            var row = _rows.GetValueOrDefault(write.Part) ?? New(order, write.Part);
            var state = _states.GetValueOrDefault(write.Number, "queue");
            var cancels = write.Operation is WriteOperation.Cancel or WriteOperation.Withdraw;
            row = row with { Ordinal = write.Ordinal, Number = write.Number };
            _rows[write.Part] = (write.Operation, state) switch
            {
                (WriteOperation.Create, _) or (_, "queue") => row with
                {
                    State = cancels ? LedgerState.Cancelled : LedgerState.Written, Hash = write.Hash, Held = write.Held, DestinationId = "9", Reason = write.Reason,
                },
                (WriteOperation.Update, "cancelled") => row with { State = LedgerState.Cancelled, Reason = ReasonCodes.CancelledAtDestination },
                (WriteOperation.Cancel, "shipping") => row with { Locked = true, Reason = ReasonCodes.CancelTooLate },
                (WriteOperation.Cancel, _) => row with { State = LedgerState.Cancelled, Reason = write.Reason },
                _ => row with { Locked = true },
            };
            if (!_rows[write.Part].Locked || write.Operation is WriteOperation.Cancel) done.Add($"{write.Operation} {write.Number}");
        }

        private void Keep(Order order, Decision decision) => _rows[decision.Part!] = (_rows.GetValueOrDefault(decision.Part!) ?? New(order, decision.Part!)) with
        {
            State = decision.State!.Value, Reason = decision.Reason, Ordinal = decision.Ordinal, Number = decision.Number ?? "",
        };

        private static LedgerRow New(Order order, string part) => new() { SourceKey = order.Key, Part = part, State = LedgerState.Pending, OwnerId = 1 };
    }
}
