using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Runs;

public sealed class SyncRunTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Execute_new_orders_are_made_once_and_a_second_run_sends_nothing()
    {
        for (var number = 1001; number <= 1005; number++) _bench.Shop.Put(Bench.Order(number));

        var first = await _bench.RunAsync();
        var calls = _bench.Warehouse.Calls.Count;
        _bench.Store.Integrations.SetCursor(_bench.Integration.Id, null);
        var second = await _bench.RunAsync();

        Assert.Equal((RunStatus.Finished, 5, 5), (first.Status, first.Counts.Read, first.Counts.Created));
        Assert.Equal((RunStatus.Finished, 5, 5), (second.Status, second.Counts.Read, second.Counts.Unchanged));
        Assert.Equal(calls, _bench.Warehouse.Calls.Count);
        Assert.Equal(5, _bench.Warehouse.Alive.Count());
    }

    [Fact]
    public async Task Execute_the_cursor_moves_page_by_page_and_stays_behind_a_page_that_failed()
    {
        for (var number = 1001; number <= 1004; number++) _bench.Shop.Put(Bench.Order(number));
        _bench.Shop.BeforePage = page => { if (page == 2) throw new FailureException(new Failure(FailureKind.Transient, "Down", "The shop is down.")); };

        var run = await _bench.RunAsync();

        Assert.Equal((RunStatus.Failed, "Down"), (run.Status, run.Error!.Code));
        Assert.Equal(Bench.Order(1002).UpdatedAt.ToString("O"), _bench.Store.Integrations.Find("Orders")!.Cursor);
        _bench.Shop.BeforePage = null;
        Assert.Equal(2, (await _bench.RunAsync()).Counts.Created);
    }

    [Fact]
    public async Task Execute_one_bad_order_is_parked_and_holds_up_nobody()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Shop.Put(Bench.Order(1002));
        _bench.Warehouse.Fault = write => write.Ref.Number == "1001" ? Refused("UnknownSku") : null;

        var first = await _bench.RunAsync();
        Assert.Equal((RunStatus.FinishedPartially, 1, 1), (first.Status, first.Counts.Created, first.Counts.Failed));
        var row = _bench.Row("order-1001", "loc-Berlin/1");
        Assert.Equal((LedgerState.Parked, "UnknownSku", 1), (row.State, row.Reason, row.Attempts));

        _bench.Warehouse.Calls.Clear();
        Assert.Equal(RunStatus.Finished, (await _bench.RunAsync()).Status);
        Assert.DoesNotContain("Create 1001", _bench.Warehouse.Calls);

        _bench.Advance(TimeSpan.FromMinutes(6));
        _bench.Warehouse.Fault = _ => null;
        Assert.Equal(1, (await _bench.RunAsync()).Counts.Created);
    }

    [Fact]
    public async Task Execute_a_parked_order_that_was_mended_in_the_shop_is_tried_at_once()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.Fault = write => write.Record.Lines[0].Sku == "MUG-1" ? Refused("UnknownSku") : null;
        await _bench.RunAsync();

        _bench.Shop.Put(Bench.Order(1001) with { Lines = [Some.Line(sku: "MUG-2")], UpdatedAt = Some.Morning.AddHours(2) });

        Assert.Equal(1, (await _bench.RunAsync()).Counts.Created);
    }

    [Fact]
    public async Task Execute_retry_failed_tries_before_the_time()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.Fault = _ => Refused("UnknownSku");
        Assert.Equal(RunStatus.Failed, (await _bench.RunAsync()).Status);
        _bench.Warehouse.Fault = _ => null;

        Assert.Equal(1, (await _bench.RunAsync(new StartRequest { RetryFailed = true })).Counts.Created);
    }

    [Fact]
    public async Task Execute_pauses_between_tries_grow()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.Fault = _ => Refused("UnknownSku");
        var pauses = new List<TimeSpan>();
        for (var run = 0; run < 5; run++)
        {
            await _bench.RunAsync(new StartRequest { RetryFailed = true });
            var row = _bench.Row("order-1001", "loc-Berlin/1");
            pauses.Add(row.NextTryAt!.Value - row.ChangedAt);
        }

        Assert.Equal([5, 10, 20, 40, 80], pauses.Select(pause => (int)pause.TotalMinutes));
    }

    [Fact]
    public async Task Execute_older_parked_and_waiting_records_do_not_change_the_status()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Shop.Put(Bench.Order(1002) with { FulfillmentOrders = [Some.Fulfillment(state: FulfillmentState.OnHold)] });
        _bench.Warehouse.Fault = _ => Refused("UnknownSku");
        await _bench.RunAsync();

        var second = await _bench.RunAsync(new StartRequest { RetryFailed = true });

        Assert.Equal((RunStatus.Finished, 1), (second.Status, second.Counts.Parked));
    }

    [Fact]
    public async Task Execute_a_released_hold_is_seen_although_no_timestamp_moved()
    {
        var order = Bench.Order(1001);
        _bench.Shop.Put(order with { FulfillmentOrders = [Some.Fulfillment(state: FulfillmentState.OnHold)] });
        await _bench.RunAsync();
        Assert.Empty(_bench.Warehouse.Alive);
        _bench.Store.Integrations.SetCursor(_bench.Integration.Id, Some.Morning.AddHours(5).ToString("O"));

        _bench.Shop.Put(order);

        Assert.Equal(1, (await _bench.RunAsync()).Counts.Created);
        Assert.Equal(["order-1001"], _bench.Shop.ReadSingly);
    }

    [Fact]
    public async Task Execute_a_corrected_setting_lets_skipped_orders_through()
    {
        _bench.Set("Tag", "wms");
        _bench.Shop.Put(Bench.Order(1001));
        Assert.Equal(1, (await _bench.RunAsync()).Counts.Skipped);
        _bench.Store.Integrations.SetCursor(_bench.Integration.Id, Some.Morning.AddHours(5).ToString("O"));
        Assert.Equal(0, (await _bench.RunAsync()).Counts.Read);

        _bench.Set("Tag", "");

        Assert.Equal(1, (await _bench.RunAsync()).Counts.Created);
        Assert.Equal(["loc-Berlin/1"], _bench.Rows("order-1001").Select(row => row.Part));
    }

    [Fact]
    public async Task Execute_a_new_warehouse_lets_skipped_orders_through_and_old_history_stays()
    {
        _bench.Shop.Put(Bench.Order(1001, "Munich"));
        await _bench.RunAsync();
        _bench.Advance(TimeSpan.FromDays(61));
        _bench.Shop.Put(Bench.Order(1002, "Munich") with { UpdatedAt = Some.Morning.AddDays(61) });
        await _bench.RunAsync();
        _bench.Store.Integrations.SetCursor(_bench.Integration.Id, Some.Morning.AddDays(90).ToString("O"));

        _bench.Warehouse.Check = _bench.Warehouse.Check with { Warehouses = [.. _bench.Warehouse.Check.Warehouses, new Place("3", "Munich")] };
        await _bench.RunAsync();

        Assert.Equal(["1002 Munich 2"], _bench.Warehouse.Alive);
    }

    [Fact]
    public async Task Execute_a_refused_check_ends_the_run_before_anything_is_read()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.Check = CheckResult.Refused(new Failure(FailureKind.Authentication, "LoginRefused", "Wrong password."));

        var run = await _bench.RunAsync();

        Assert.Equal((RunStatus.Failed, "LoginRefused", 0), (run.Status, run.Error!.Code, run.Counts.Read));
        Assert.Null(_bench.Store.Integrations.Find("Orders")!.Cursor);
    }

    [Fact]
    public async Task Execute_another_account_behind_the_credential_is_refused()
    {
        _bench.Shop.Check = _bench.Shop.Check with { Account = "shopify:other" };

        Assert.Equal("AccountChanged", (await _bench.RunAsync()).Error!.Code);
    }

    [Fact]
    public async Task Execute_a_lost_answer_is_settled_by_the_next_run_and_nothing_is_doubled()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.LoseAnswer = _ => true;
        var first = await _bench.RunAsync();
        Assert.Equal(RunStatus.Failed, first.Status);
        Assert.Equal(LedgerState.Pending, _bench.Row("order-1001", "loc-Berlin/1").State);

        _bench.Warehouse.LoseAnswer = _ => false;
        var second = await _bench.RunAsync();

        Assert.Equal((RunStatus.Finished, 1), (second.Status, second.Counts.Created));
        Assert.Equal(["Create 1001", "Find 1001"], _bench.Warehouse.Calls);
    }

    [Fact]
    public async Task Execute_a_request_that_never_arrived_is_made_again_under_its_number()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.Fault = _ => WriteResult.Unknown(new Failure(FailureKind.Transient, "Timeout", "No answer."));
        await _bench.RunAsync();
        _bench.Warehouse.Fault = _ => null;

        var second = await _bench.RunAsync();

        Assert.Equal(1, second.Counts.Created);
        Assert.Equal(["1001 Berlin 2"], _bench.Warehouse.Alive);
    }

    [Fact]
    public async Task Execute_an_order_whose_outcome_is_never_known_is_parked_after_three_tries_and_frees_the_way()
    {
        _bench.Shop.PageSize = 1;
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Shop.Put(Bench.Order(1002));
        _bench.Warehouse.Fault = write => write.Ref.Number == "1001" ? WriteResult.Unknown(new Failure(FailureKind.Transient, "Http500", "500.")) : null;

        Assert.Equal(RunStatus.Failed, (await _bench.RunAsync()).Status);
        Assert.Equal(RunStatus.Failed, (await _bench.RunAsync()).Status);
        var third = await _bench.RunAsync();

        Assert.Equal(["1002 Berlin 2"], _bench.Warehouse.Alive);
        Assert.Equal((LedgerState.Parked, ReasonCodes.OutcomeUnknown), (_bench.Row("order-1001", "loc-Berlin/1").State, _bench.Row("order-1001", "loc-Berlin/1").Reason));
        Assert.Equal(RunStatus.FinishedPartially, third.Status);
    }

    [Fact]
    public async Task Execute_a_lost_update_is_done_again_and_what_the_warehouse_holds_counts_when_it_was_picked_meanwhile()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Shop.Put(Edited(3));
        _bench.Warehouse.LoseAnswer = write => write.Operation is WriteOperation.Update;
        await _bench.RunAsync();
        _bench.Warehouse.LoseAnswer = _ => false;
        _bench.Warehouse.SetState("1001", "picking");

        await _bench.RunAsync();
        await _bench.RunAsync();

        Assert.Equal(["1001 Berlin 3"], _bench.Warehouse.Alive);
    }

    [Fact]
    public async Task Execute_an_edit_while_the_order_is_paused_waits_and_is_written_later()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Warehouse.SetState("1001", "paused");
        _bench.Shop.Put(Edited(3));
        Assert.Equal(1, (await _bench.RunAsync()).Counts.Skipped);

        _bench.Warehouse.SetState("1001", "queue");
        await _bench.RunAsync();

        Assert.Equal(["1001 Berlin 3"], _bench.Warehouse.Alive);
    }

    [Fact]
    public async Task Execute_a_lost_update_of_an_order_that_is_meanwhile_shipped_waits_for_nothing()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Shop.Put(Edited(3));
        _bench.Warehouse.LoseAnswer = _ => true;
        await _bench.RunAsync();
        _bench.Warehouse.LoseAnswer = _ => false;
        _bench.Shop.Put(Edited(3) with
        {
            FulfillmentStatus = "FULFILLED", FulfillmentOrders = [],
            Shipments = [new Shipment { Key = "s1", LocationKey = "loc-Berlin", Lines = [new LineQuantity("L1", 3)] }],
        });

        await _bench.RunAsync();

        Assert.Equal(LedgerState.Written, _bench.Row("order-1001", "loc-Berlin/1").State);
    }

    [Fact]
    public async Task Execute_a_change_after_picking_warns_once_per_content()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Warehouse.SetState("1001", "picking");
        _bench.Shop.Put(Edited(1));

        await _bench.RunAsync();
        Assert.Equal(ReasonCodes.ChangedAfterPicking, _bench.Warnings.Single().Code);
        await _bench.RunAsync();
        Assert.Empty(_bench.Warnings);
        _bench.Shop.Put(Edited(1) with { Note = "please hurry", UpdatedAt = Some.Morning.AddHours(4) });
        await _bench.RunAsync();
        Assert.Single(_bench.Warnings);
    }

    [Fact]
    public async Task Execute_a_change_after_picking_that_is_taken_back_in_the_shop_is_no_longer_told()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Warehouse.SetState("1001", "picking");
        _bench.Shop.Put(Edited(1));
        await _bench.RunAsync();
        Assert.Equal(ReasonCodes.ChangedAfterPicking, _bench.Row("order-1001", "loc-Berlin/1").Reason);

        _bench.Shop.Put(Edited(2) with { UpdatedAt = Some.Morning.AddHours(4) });
        await _bench.RunAsync();

        Assert.Null(_bench.Row("order-1001", "loc-Berlin/1").Reason);
    }

    [Fact]
    public async Task Execute_a_paused_delivery_holds_up_what_it_has_to_give_back_and_nothing_else()
    {
        var order = Bench.Order(1001) with
        {
            Lines = [Some.Line("L1", 4), Some.Line("L2", 1)], FulfillmentOrders = [Some.Fulfillment("Berlin", lines: ("L1", 2)), Some.Fulfillment("Hamburg", lines: [("L1", 2), ("L2", 1)])],
        };
        _bench.Shop.Put(order);
        await _bench.RunAsync();
        _bench.Warehouse.SetState("1001_1", "paused");
        _bench.Shop.Put(order with
        {
            Lines = [Some.Line("L1", 4), Some.Line("L2", 2)], UpdatedAt = Some.Morning.AddHours(4),
            FulfillmentOrders = [Some.Fulfillment("Berlin", lines: ("L1", 1)), Some.Fulfillment("Hamburg", lines: [("L1", 3), ("L2", 2)])],
        });

        await _bench.RunAsync();
        Assert.Equal(["1001_1 Berlin 2", "1001_2 Hamburg 4"], _bench.Warehouse.Alive);
        Assert.Equal(ReasonCodes.Paused, _bench.Row("order-1001", "loc-Berlin/1").Reason);

        _bench.Warehouse.SetState("1001_1", "queue");
        await _bench.RunAsync();
        Assert.Equal(["1001_1 Berlin 1", "1001_2 Hamburg 5"], _bench.Warehouse.Alive);
    }

    [Fact]
    public async Task Execute_the_first_integration_owns_the_record_and_the_daily_one_finds_what_it_wrote()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Shop.Put(Edited(3));

        var twin = await _bench.RunAsync(integration: _bench.AddTwin());
        Assert.Equal((1, ReasonCodes.OwnedByOther), (twin.Counts.Skipped, _bench.Events.OfType<RecordSettled>().Single().Reason));
        var daily = await _bench.RunAsync(integration: _bench.AddDaily());

        Assert.Equal(1, daily.Counts.Updated);
        Assert.Equal(["1001 Berlin 3"], _bench.Warehouse.Alive);
    }

    [Fact]
    public async Task Execute_the_daily_run_finds_a_hidden_order_and_never_moves_a_cursor()
    {
        _bench.Store.Integrations.SetCursor(_bench.Integration.Id, Some.Morning.AddHours(5).ToString("O"));
        _bench.Shop.Put(Bench.Order(1001));
        Assert.Equal(0, (await _bench.RunAsync()).Counts.Read);

        var daily = _bench.AddDaily();
        Assert.Equal(1, (await _bench.RunAsync(integration: daily)).Counts.Created);
        Assert.Null(_bench.Store.Integrations.Find(daily.Name)!.Cursor);
        Assert.Equal(Some.Morning.AddHours(5).ToString("O"), _bench.Store.Integrations.Find("Orders")!.Cursor);
    }

    [Fact]
    public async Task Execute_a_preview_writes_nothing_anywhere_and_tells_the_rules()
    {
        _bench.Shop.Put(Bench.Order(1001));

        var run = await _bench.RunAsync(new StartRequest { Preview = true });

        Assert.Equal((0L, 1), (run.Id, run.Counts.Previewed));
        Assert.Empty(_bench.Warehouse.Calls);
        Assert.Empty(_bench.Rows("order-1001"));
        Assert.Empty(_bench.Store.Protocol.Runs(new RunQuery()));
        Assert.Contains(_bench.Events.OfType<RecordSettled>().Single().Trace, note => note.Rule == "Warehouse");
    }

    [Fact]
    public async Task Execute_chosen_records_do_not_move_the_cursor_and_an_unknown_one_is_named()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Shop.Put(Bench.Order(1002));

        Assert.Equal(1, (await _bench.RunAsync(new StartRequest { Records = ["1002"] })).Counts.Created);
        Assert.Null(_bench.Store.Integrations.Find("Orders")!.Cursor);
        Assert.Contains("9999", (await _bench.RunAsync(new StartRequest { Records = ["9999"] })).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_an_order_cancelled_in_the_warehouse_comes_back_only_with_recreate()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Warehouse.SetState("1001", "cancelled");
        _bench.Shop.Put(Edited(3));
        await _bench.RunAsync();
        Assert.Empty(_bench.Warehouse.Alive);

        await _bench.RunAsync(new StartRequest { Records = ["1001"], Recreate = true });

        Assert.Equal(["1001_2 Berlin 3"], _bench.Warehouse.Alive);
    }

    [Fact]
    public async Task Execute_a_number_that_is_taken_by_somebody_else_fails_naming_it()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.Orders["1001"] = new FakeWarehouse.Stored("77", new RecordRef("shopify:other", "x", "y", "1001"), "Berlin", [], "queue");

        await _bench.RunAsync();

        var settled = _bench.Events.OfType<RecordSettled>().Single();
        Assert.Equal((OutcomeKind.Failed, RefusalCodes.OrderNumberTaken), (settled.Kind, settled.Reason));
        Assert.Contains("1001", settled.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Execute_a_prefix_that_was_forgotten_is_added_and_the_parked_order_goes_through_at_once()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.Orders["1001"] = new FakeWarehouse.Stored("77", new RecordRef("shopify:other", "x", "y", "1001"), "Berlin", [], "queue");
        await _bench.RunAsync();
        _bench.Store.Integrations.SetCursor(_bench.Integration.Id, Some.Morning.AddHours(5).ToString("O"));

        _bench.Set("NumberPrefix", "B-");
        var run = await _bench.RunAsync();

        Assert.Equal(1, run.Counts.Created);
        Assert.Contains("B-1001 Berlin 2", _bench.Warehouse.Alive);
        Assert.Equal(["loc-Berlin/1"], _bench.Rows("order-1001").Select(row => row.Part));
    }

    [Fact]
    public async Task Execute_a_rule_that_fails_an_order_counts_no_further_try_before_its_time()
    {
        _bench.Shop.Put(Bench.Order(1001) with { ShipTo = null });
        await _bench.RunAsync();
        await _bench.RunAsync();

        Assert.Equal(1, _bench.Rows("order-1001").Single().Attempts);
        _bench.Advance(TimeSpan.FromMinutes(6));
        await _bench.RunAsync();
        Assert.Equal(2, _bench.Rows("order-1001").Single().Attempts);
    }

    [Fact]
    public async Task Execute_an_edit_that_is_taken_back_after_picking_clears_its_remark()
    {
        _bench.Shop.Put(Bench.Order(1001));
        await _bench.RunAsync();
        _bench.Warehouse.SetState("1001", "picking");
        _bench.Shop.Put(Edited(1));
        await _bench.RunAsync();
        Assert.Equal(ReasonCodes.ChangedAfterPicking, _bench.Row("order-1001", "loc-Berlin/1").Reason);

        _bench.Shop.Put(Edited(2));
        await _bench.RunAsync();

        Assert.Null(_bench.Row("order-1001", "loc-Berlin/1").Reason);
    }

    [Fact]
    public async Task Execute_cancelled_from_outside_stops_at_a_page_boundary_and_keeps_what_is_done()
    {
        using var stop = new CancellationTokenSource();
        for (var number = 1001; number <= 1006; number++) _bench.Shop.Put(Bench.Order(number));
        _bench.Warehouse.Fault = write =>
        {
            if (write.Ref.Number == "1003") stop.Cancel();
            return null;
        };

        var run = await _bench.RunAsync(stop: stop.Token);

        Assert.Equal((RunStatus.Stopped, 4), (run.Status, run.Counts.Created));
        Assert.Equal(Bench.Order(1004).UpdatedAt.ToString("O"), _bench.Store.Integrations.Find("Orders")!.Cursor);
        Assert.Equal(2, (await _bench.RunAsync()).Counts.Created);
    }

    [Fact]
    public async Task Execute_a_withheld_address_is_one_warning_a_run()
    {
        _bench.Shop.Put(Bench.Order(1001) with { ShipTo = null, PersonalDataWithheld = true });
        _bench.Shop.Put(Bench.Order(1002) with { ShipTo = null, PersonalDataWithheld = true });

        var run = await _bench.RunAsync();

        Assert.Equal(2, run.Counts.Skipped);
        Assert.Single(_bench.Warnings);
    }

    [Fact]
    public async Task Execute_an_unforeseen_fault_fails_the_run_with_a_reason()
    {
        _bench.Shop.Put(Bench.Order(1001));
        _bench.Warehouse.Throw = new FormatException("'Anna Weiß' is no number");

        var run = await _bench.RunAsync();

        Assert.Equal((RunStatus.Failed, ErrorIds.InternalError), (run.Status, run.Error!.Code));
        // What is kept names the fault without its words, which quote the order.
        Assert.Contains(nameof(FormatException), run.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Anna", run.Error.Message, StringComparison.Ordinal);
        _bench.Warehouse.Throw = null;
        Assert.Equal(1, (await _bench.RunAsync()).Counts.Created);
    }

    public void Dispose() => _bench.Dispose();

    private static Order Edited(int pieces) => Bench.Order(1001) with
    {
        Lines = [Some.Line(quantity: pieces)], FulfillmentOrders = [Some.Fulfillment(lines: ("L1", pieces))], UpdatedAt = Some.Morning.AddHours(3),
    };

    private static WriteResult Refused(string code) => WriteResult.Refused(new Failure(FailureKind.Data, code, "PULPO does not know the SKU MUG-1."));
}
