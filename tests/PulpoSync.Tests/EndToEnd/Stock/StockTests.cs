using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using static PulpoSync.Tests.EndToEnd.Stock.StockWorld;

namespace PulpoSync.Tests.EndToEnd.Stock;

/// <summary>Stock from the warehouse into the shop: equal figures, only what changed, and nothing offered that is ordered already.</summary>
public class StockTests
{
    [Theory]
    [InlineData("Available")]
    [InlineData("OnHand")]
    public async Task First_run_makes_all_figures_equal_and_later_ones_follow(string quantity)
    {
        await using var world = await StartAsync(("Quantity", quantity));
        var onHand = quantity == "OnHand";
        foreach (var number in Enumerable.Range(1, 6)) world.Order(Sku(number), 2);

        var first = await world.CycleAsync();

        Assert.Equal((RunStatus.Finished, Goods * 2), (first.Status, first.Counts.Read));
        world.AssertEqual(onHand);
        var (sets, adjusted) = (world.Sets, world.Shop.Adjustments.Count);
        Assert.Equal((1, 1), (sets, adjusted));

        var quiet = await world.CycleAsync();
        Assert.Equal((RunStatus.Finished, 0, sets), (quiet.Status, quiet.Counts.Updated, world.Sets));

        foreach (var (order, at) in world.Tenant.Orders.Select((order, at) => (order.Number, at)))
        {
            if (at > 0) world.Tenant.Advance(order, "picking");
            if (at > 1) world.Tenant.Advance(order, "packing");
            if (at > 2) world.Tenant.Pack(order);
        }

        world.Tenant.Receive(Sku(9), "Hamburg", 5);
        world.Tenant.Count(Sku(10), "Berlin", 1);
        world.Order(Sku(11), 3, "Hamburg");
        var later = await world.CycleAsync();

        Assert.Equal(RunStatus.Finished, later.Status);
        world.AssertEqual(onHand);
        // The order lowers what is available at both sides by itself.
        Assert.Equal((onHand ? 5 : 2, sets + 1), (later.Counts.Updated, world.Sets));
    }

    [Fact]
    public async Task Orders_that_are_not_in_the_warehouse_are_taken_off_and_given_back()
    {
        await using var world = await StartAsync();
        var pending = world.Order(Sku(1), 4, paid: FinancialStatus.Pending);
        var unknown = world.Shop.CreateOrder(new OrderDraft
        {
            Lines = [new OrderLineDraft { Sku = Sku(2), Quantity = 3, Location = "Berlin" }, new OrderLineDraft { Sku = "NOT-IN-WAREHOUSE", Location = "Berlin" }],
            ShippingAddress = pending.ShippingAddress,
        });

        await world.CycleAsync();

        Assert.Empty(world.Tenant.Orders);
        world.AssertEqual(notThere: [(Sku(1), 4), (Sku(2), 3)]);

        world.Shop.SetFinancialStatus(pending, FinancialStatus.Paid);
        world.Shop.Cancel(unknown, restock: true);
        await world.CycleAsync();
        await world.CycleAsync();

        Assert.Single(world.Tenant.Orders);
        world.AssertEqual();
    }

    [Fact]
    public async Task Figure_that_was_told_without_an_order_that_is_parked_is_put_right()
    {
        await using var world = await StartAsync();
        await world.CycleAsync();
        await world.Rehearsal.RunAsync();
        // Comes after the orders were read, and is refused when they are read again.
        var held = world.Rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.HangBefore, Operation = "StockSet" });
        world.Tenant.Receive(Sku(1), "Berlin", 5);
        var running = world.StockAsync();
        await held.Reached;
        world.Order(Sku(1), 4, paid: FinancialStatus.Pending);
        held.Release();
        await running;
        Assert.Equal(16, world.Level(Sku(1)).Available);

        await world.CycleAsync();

        world.AssertEqual(notThere: (Sku(1), 4));
    }

    [Fact]
    public async Task Stock_waits_until_the_orders_were_read_again()
    {
        await using var world = await StartAsync();

        Assert.Empty(await world.Rehearsal.RunAsync(new StartRequest { Names = ["Stock"] }));
        Assert.Equal("ReadFirst", Assert.Single(world.Events.OfType<RunSkipped>()).Reason);
        Assert.NotNull(HeldUpSince(world));

        Assert.Equal(RunStatus.Finished, (await world.CycleAsync()).Status);
        Assert.Null(HeldUpSince(world));
        Assert.Empty(await world.Rehearsal.RunAsync(new StartRequest { Names = ["Stock"] }));
    }

    [Fact]
    public async Task Stock_without_any_orders_fails_unless_they_are_said_not_to_matter()
    {
        await using var world = await EmptyAsync();
        await world.AddStockAsync();

        Assert.Equal("NothingReadFirst", (await world.StockAsync()).Error!.Code);
        Assert.NotNull(HeldUpSince(world));

        await world.Rehearsal.Runtime.SetConfigAsync(
            new ConfigDefinition { Name = "Stock", Settings = new Dictionary<string, string?> { ["OrdersFirst"] = "false" } }, CancellationToken.None);
        Assert.Equal(RunStatus.Finished, (await world.StockAsync()).Status);
        world.AssertEqual();
    }

    [Fact]
    public async Task Figures_that_people_change_in_the_shop_are_put_right()
    {
        await using var world = await StartAsync();
        await world.CycleAsync();
        await world.CycleAsync();

        world.Shop.SetStock(world.Shop.FindVariant(Sku(3))!, world.Place("Berlin"), 999);
        var run = await world.CycleAsync();

        Assert.Equal(1, run.Counts.Updated);
        world.AssertEqual();
    }

    [Fact]
    public async Task Full_compare_looks_at_every_level_and_sets_what_differs()
    {
        await using var world = await StartAsync();
        await world.CycleAsync();
        world.Shop.SetStock(world.Shop.FindVariant(Sku(3))!, world.Place("Hamburg"), 999);

        var run = await world.CycleAsync(full: true);

        Assert.Equal(RunStatus.Finished, run.Status);
        Assert.Equal(1, run.Counts.Updated);
        Assert.Equal((Goods * 2) - 1, run.Counts.Unchanged);
        Assert.Equal(Goods * 2, run.Counts.Read);
        world.AssertEqual();
    }

    [Fact]
    public async Task Another_mode_is_told_of_everything_at_once()
    {
        await using var world = await StartAsync();
        world.Order(Sku(1), 2);
        await world.CycleAsync();

        await world.Rehearsal.Runtime.SetConfigAsync(
            new ConfigDefinition { Name = "Stock", Settings = new Dictionary<string, string?> { ["Quantity"] = "OnHand" } }, CancellationToken.None);
        world.Tenant.SetStock(Sku(7), "Berlin", 2, PulpoPlace.Reception);
        var run = await world.CycleAsync();

        Assert.True(run.Counts.Read >= Goods * 2);
        world.AssertEqual(onHand: true);
    }

    [Fact]
    public async Task Lost_answer_leads_to_one_effect()
    {
        await using var world = await StartAsync();
        await world.Rehearsal.RunAsync();
        var fault = world.Rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.CutAfter, Operation = "StockSet", Count = 0 });

        var lost = await world.StockAsync();
        world.Rehearsal.Sandbox.Faults.Remove(fault.Id);
        // Before that, the older request could still come.
        world.Rehearsal.Clock.Advance(TimeSpan.FromMinutes(5));
        var next = await world.CycleAsync();

        Assert.Equal(RunStatus.Failed, lost.Status);
        Assert.Equal((RunStatus.Finished, 0), (next.Status, next.Counts.Updated));
        Assert.Single(world.Shop.Adjustments);
        world.AssertEqual();
        Assert.All(world.Rehearsal.Runtime.GetRecords(new RecordQuery(Integration: "Stock", Last: 1000)), record => Assert.Equal(LedgerState.Written, record.State));
    }

    [Fact]
    public async Task One_bad_figure_is_named_and_the_rest_is_told()
    {
        await using var world = await StartAsync();
        world.Tenant.SetStock(Sku(5), "Berlin", 2_000_000_000);

        var run = await world.CycleAsync();

        Assert.Equal((RunStatus.FinishedPartially, 1), (run.Status, run.Counts.Failed));
        Assert.Equal(Sku(5), Assert.Single(world.Rehearsal.Runtime.GetRecords(new RecordQuery(Integration: "Stock", State: [LedgerState.Parked]))).Number);
        world.Tenant.SetStock(Sku(5), "Berlin", 5);
        Assert.Equal(RunStatus.Finished, (await world.CycleAsync()).Status);
        world.AssertEqual();
    }

    [Fact]
    public async Task Goods_that_the_shop_cannot_be_told_of_are_named_once_and_looked_at_again()
    {
        await using var world = await StartAsync();
        world.Tenant.AddProduct("B2B-ONLY");
        world.Shop.SetTracked(world.Shop.FindVariant(Sku(1))!, false);
        world.Shop.AddProduct(new ProductDraft { Title = "Twin", Sku = Sku(2) });
        world.Shop.SetStocked(world.Shop.FindVariant(Sku(3))!, world.Place("Berlin"), false);

        var run = await world.CycleAsync();

        Assert.Equal(RunStatus.Finished, run.Status);
        Assert.Equal(["DuplicateSku", "NotInShop", "NotStocked", "NotTracked"], Told(world));
        await world.CycleAsync();
        Assert.Empty(Told(world));

        // A setting lets it in.
        await world.Rehearsal.Runtime.SetConfigAsync(
            new ConfigDefinition { Name = "Stock", Settings = new Dictionary<string, string?> { ["ActivateMissing"] = "true" } }, CancellationToken.None);
        await world.CycleAsync();
        Assert.Equal((13, true), (world.Level(Sku(3)).Available, world.Level(Sku(3)).IsActive));
    }

    [Fact]
    public async Task Places_without_a_counterpart_are_named_once_a_run_and_leave_no_trace_in_the_ledger()
    {
        await using var world = await StartAsync();
        world.Tenant.AddWarehouse("Munich");
        foreach (var number in Enumerable.Range(1, Goods)) world.Tenant.SetStock(Sku(number), "Munich", 5);

        var run = await world.CycleAsync();

        Assert.Equal((RunStatus.Finished, Goods * 2, 0), (run.Status, run.Counts.Read, run.Counts.Skipped));
        var warnings = world.Events.OfType<RunWarning>().ToList();
        Assert.Contains("\"Munich\"", Assert.Single(warnings, warning => warning.Code == "NoLocation").Message);
        Assert.Contains("\"Showroom\"", Assert.Single(warnings, warning => warning.Code == "NoWarehouse").Message);
        Assert.Equal(Goods * 2, world.Rehearsal.Runtime.GetRecords(new RecordQuery(Integration: "Stock", Last: 1000)).Count);

        // Once it has a location, all of it is told.
        await world.Rehearsal.Runtime.SetConfigAsync(
            new ConfigDefinition { Name = "Stock", Settings = new Dictionary<string, string?> { ["WarehouseMap"] = "Showroom=Munich", ["ActivateMissing"] = "true" } }, CancellationToken.None);
        await world.CycleAsync();
        Assert.All(Enumerable.Range(1, Goods), number => Assert.Equal(5, world.Level(Sku(number), "Showroom").Available));
    }

    [Theory]
    [InlineData("WarehouseMap", "Berlin=Hamburg\nHamburg=Hamburg", "\"Berlin\" and \"Hamburg\"")]
    [InlineData("WarehouseMap", "Cellar=Berlin", "\"Cellar\"")]
    [InlineData("WarehouseMap", "Showroom=Nowhere", "\"Nowhere\"")]
    [InlineData("Quantity", "Everything", "Available")]
    public async Task Settings_that_cannot_be_are_refused_when_they_are_set(string name, string value, string named)
    {
        await using var world = await EmptyAsync();

        var error = await Assert.ThrowsAsync<PulpoSyncException>(() => world.AddStockAsync((name, value)));

        Assert.Contains(named, error.Message);
    }

    [Fact]
    public async Task Warehouse_that_would_go_to_two_locations_by_name_and_map_fails_the_run()
    {
        await using var world = await StartAsync(("WarehouseMap", "Showroom=Berlin"));
        await world.Rehearsal.RunAsync();

        var run = await world.StockAsync();

        Assert.Equal((RunStatus.Failed, "WarehouseTwice"), (run.Status, run.Error!.Code));
        Assert.Equal(0, world.Sets);
    }

    [Fact]
    public async Task One_article_can_be_told_by_its_sku()
    {
        await using var world = await StartAsync();
        await world.Rehearsal.RunAsync();

        var run = (await world.Rehearsal.RunAsync(new StartRequest { Names = ["Stock"], Records = [Sku(4)] })).Single();

        Assert.Equal((RunStatus.Finished, 2), (run.Status, run.Counts.Read));
        Assert.Equal((14, 0), (world.Level(Sku(4)).Available, world.Level(Sku(5)).Available));
    }

    [Fact]
    public async Task Preview_changes_nothing()
    {
        await using var world = await StartAsync();

        var run = (await world.Rehearsal.RunAsync(new StartRequest { Names = ["Stock"], Preview = true })).Single();

        Assert.Equal(Goods * 2, run.Counts.Previewed);
        Assert.Empty(world.Shop.Adjustments);
    }

    private static IEnumerable<string> Told(StockWorld world) =>
        world.Events.OfType<RunWarning>().Select(warning => warning.Code).Where(code => code is not ("NoWarehouse" or "Check")).Distinct().Order(StringComparer.Ordinal);

    private static DateTimeOffset? HeldUpSince(StockWorld world) => world.Rehearsal.Runtime.GetStatus().Single(status => status.Integration == "Stock").HeldUpSince;
}
