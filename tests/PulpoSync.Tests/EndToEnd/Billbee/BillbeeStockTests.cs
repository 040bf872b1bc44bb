using PulpoSync.Sandbox;
using static PulpoSync.Tests.EndToEnd.Billbee.BillbeeStockWorld;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>Stock from the warehouse into Billbee, which lowers its own as soon as something is ordered: equal figures, and nothing sold twice.</summary>
public class BillbeeStockTests
{
    private const int Ordered = 1, Shipped = 4;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Figures_are_equal_through_the_life_of_orders(bool onHand)
    {
        await using var world = await StartAsync(onHand);
        var ids = Enumerable.Range(1, 5).Select(number => world.Order(Sku(number), 2)).ToList();

        var first = await world.CycleAsync();
        Assert.Equal((RunStatus.Finished, Goods * 2), (first.Status, first.Counts.Read));
        Assert.Equal(5, world.Tenant.Orders.Count);
        world.AssertEqual(onHand);

        Assert.Equal((RunStatus.Finished, 0), (await world.CycleAsync() is var quiet ? quiet.Status : default, quiet.Counts.Updated));

        world.Tenant.Advance("B-2", "picking");
        foreach (var number in new[] { "B-3", "B-4", "B-5" }) world.Tenant.Advance(number, "packing");
        foreach (var number in new[] { "B-4", "B-5" }) world.Tenant.Pack(number);
        world.Account.Cancel(ids[0]);
        world.Tenant.Receive(Sku(9), "Hamburg", 5);
        world.Tenant.Count(Sku(10), "Berlin", 1);
        world.Order(Sku(11), 3);
        Assert.Equal(RunStatus.Finished, (await world.CycleAsync()).Status);
        world.AssertEqual(onHand);

        // What is shipped is no longer reserved, and nothing else changes by it.
        world.Account.SetState(ids[3], Shipped);
        world.Account.SetState(ids[4], Shipped);
        Assert.Equal(onHand ? 2 : 0, (await world.CycleAsync()).Counts.Updated);
        world.AssertEqual(onHand);
    }

    [Fact]
    public async Task Pieces_that_were_picked_for_an_order_that_is_called_off_are_not_offered_before_they_are_put_back()
    {
        await using var world = await StartAsync();
        var order = world.Order(Sku(1), 4);
        await world.CycleAsync();
        world.Tenant.Advance("B-1", "picking");
        world.Tenant.TakePicking("B-1");
        await world.CycleAsync();

        world.Account.Cancel(order);
        await world.CycleAsync();

        world.AssertEqual();
        Assert.Equal(("cancelled", 4), (Assert.Single(world.Tenant.Orders).State, world.Tenant.StockOf(Sku(1), "Berlin").Picked));
        Assert.Equal(0, (await world.CycleAsync()).Counts.Updated);
    }

    [Fact]
    public async Task Orders_that_are_not_in_the_warehouse_are_taken_off_and_given_back()
    {
        await using var world = await StartAsync();
        await world.CycleAsync();
        var unpaid = world.Order(Sku(1), 4, Ordered);
        var unknown = world.Order("NOT-IN-WAREHOUSE", 1);
        world.Account.ChangeOrder(unknown, order => order with
        {
            OrderItems = [.. order.OrderItems, order.OrderItems[0] with { BillbeeId = null, Product = order.OrderItems[0].Product! with { SKU = Sku(2) }, Quantity = 3 }],
        });
        world.Tenant.Receive(Sku(1), "Berlin", 5);
        world.Tenant.Receive(Sku(2), "Berlin", 5);

        await world.CycleAsync();
        world.AssertEqual(notThere: [(Sku(1), 4), (Sku(2), 3)]);

        world.Account.SetState(unpaid, 3);
        world.Account.Cancel(unknown);
        await world.CycleAsync();

        Assert.Equal("B-1", Assert.Single(world.Tenant.Orders).Number);
        world.AssertEqual();
    }

    [Fact]
    public async Task Stock_waits_for_Billbees_orders_and_fails_without_any()
    {
        await using var world = await EmptyAsync();
        await world.AddStockAsync(("WarehouseMap", "Standard=Berlin"));
        Assert.Equal("NothingReadFirst", (await world.StockAsync()).Error!.Code);

        await world.AddOrdersAsync();
        Assert.Empty(await world.Rehearsal.RunAsync(new StartRequest { Names = ["Stock"] }));
        Assert.Equal("ReadFirst", Assert.Single(world.Rehearsal.Events.OfType<RunSkipped>()).Reason);
        Assert.Equal(0, world.Sets);

        Assert.Equal(RunStatus.Finished, (await world.CycleAsync()).Status);
        world.AssertEqual();
    }

    [Fact]
    public async Task Lost_answer_leads_to_one_effect_and_the_next_run_finds_all_as_it_should_be()
    {
        await using var world = await StartAsync();
        await world.Rehearsal.RunAsync();
        var fault = world.Rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.CutAfter, System = "billbee", Path = "updatestockmultiple", Count = 0 });

        var lost = await world.StockAsync();
        world.Rehearsal.Sandbox.Faults.Remove(fault.Id);
        var next = await world.CycleAsync();

        Assert.Equal((RunStatus.Failed, RunStatus.Finished), (lost.Status, next.Status));
        world.AssertEqual();
        Assert.All(world.Rehearsal.Runtime.GetRecords(new RecordQuery(Integration: "Stock", Last: 1000)), record => Assert.Equal(LedgerState.Written, record.State));
    }

    [Fact]
    public async Task Goods_that_Billbee_does_not_have_are_named_once_and_figures_that_people_change_are_put_right_by_a_full_compare()
    {
        await using var world = await StartAsync();
        world.Tenant.AddProduct("B2B-ONLY");
        world.Tenant.SetStock("B2B-ONLY", "Berlin", 5);

        var run = await world.CycleAsync();
        Assert.Equal((RunStatus.Finished, 1), (run.Status, world.Rehearsal.Events.OfType<RunWarning>().Count(warning => warning.Code == "NotInShop")));
        await world.CycleAsync();
        Assert.DoesNotContain(world.Rehearsal.Events.OfType<RunWarning>(), warning => warning.Code == "NotInShop");

        world.Account.SetStock(Sku(3), 999);
        Assert.Equal(1, (await world.CycleAsync(full: true)).Counts.Updated);
        world.AssertEqual();
    }

    [Theory]
    [InlineData("StockLocation", "Nowhere", "\"Standard\" (501), \"Hamburg\" (502)")]
    [InlineData("Warehouse", "Berlin", "offered twice")]
    [InlineData("SubtractReserved", "true", "Switch SubtractReserved off")]
    [InlineData("Quantity", "OnHand", "Switch SubtractReserved on")]
    public async Task Settings_that_cannot_be_are_refused_when_they_are_set(string name, string value, string told)
    {
        await using var world = await EmptyAsync();

        Assert.Contains(told, (await Assert.ThrowsAsync<PulpoSyncException>(() => world.AddStockAsync((name, value)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_location_is_told_where_the_setting_names_it()
    {
        await using var world = await EmptyAsync();
        await world.AddOrdersAsync();
        await world.AddStockAsync(("StockLocation", "hamburg"), ("Warehouse", "Berlin"));

        Assert.Equal(RunStatus.Finished, (await world.CycleAsync()).Status);

        Assert.All(world.Account.Products, article => Assert.Equal(
            (502, world.Tenant.StockOf(article.SKU!, "Berlin").Available), (Assert.Single(article.Stocks).StockId, article.Stocks[0].StockCurrent)));
    }

    [Fact]
    public async Task Account_that_tells_no_location_is_told_all_the_same()
    {
        await using var world = await EmptyAsync(new BillbeeOptions { Name = "acme", TellsStocks = false });
        await world.AddOrdersAsync();
        await world.AddStockAsync(("Warehouse", "Berlin"));

        Assert.Equal(RunStatus.Finished, (await world.CycleAsync()).Status);

        Assert.All(world.Account.Products, article => Assert.Equal(world.Tenant.StockOf(article.SKU!, "Berlin").Available, article.StockCurrent));
    }
}
