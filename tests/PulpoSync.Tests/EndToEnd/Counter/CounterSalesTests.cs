using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Counter;

/// <summary>Counter sales in the warehouse: booked once, as orders that have ended; never a piece too many or too few.</summary>
public class CounterSalesTests
{
    private const string Book = "POST /api/v1/sales/bulk/orders/quick";

    [Fact]
    public async Task Run_books_a_sale_once_and_takes_the_goods_from_its_warehouse()
    {
        await using var rehearsal = await StartAsync();
        var sale = rehearsal.Shop.SellAtCounter("Hamburg", ("MUG", 2), ("CUP", 1));
        rehearsal.Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "MUG" }] });

        var run = await rehearsal.RunAsync("Counter");

        Assert.Equal((RunStatus.Finished, 1, 1), (run.Status, run.Counts.Read, run.Counts.Created));
        var order = Assert.Single(rehearsal.Tenant.Orders);
        Assert.Equal((sale.Number.ToString(CultureInfo.InvariantCulture), "ended", "Hamburg", "COUNTER"), (order.Number, order.State, order.Warehouse, order.Customer));
        Assert.Equal(["CUP 1", "MUG 2"], order.Lines.Select(line => $"{line.Sku} {line.Quantity}").Order());
        Assert.Equal((8L, 9L, 10L), (Stock(rehearsal, "MUG", "Hamburg"), Stock(rehearsal, "CUP", "Hamburg"), Stock(rehearsal, "MUG", "Berlin")));

        rehearsal.Runtime.ResetCursor("Counter");
        var again = await rehearsal.RunAsync("Counter");
        Assert.Equal((1, 1), (again.Counts.Unchanged, rehearsal.Sandbox.Traffic.CountOf("pulpo", Book)));
    }

    [Fact]
    public async Task Run_a_sale_with_anything_short_is_not_booked_and_is_booked_once_the_goods_are_there()
    {
        await using var rehearsal = await StartAsync();
        rehearsal.Tenant.SetStock("CUP", "Berlin", 1);
        var bad = rehearsal.Shop.SellAtCounter("Berlin", ("MUG", 1), ("CUP", 2));
        rehearsal.Shop.SellAtCounter("Berlin", ("MUG", 3));

        var run = await rehearsal.RunAsync("Counter");

        Assert.Equal((RunStatus.FinishedPartially, 1, 1), (run.Status, run.Counts.Created, run.Counts.Failed));
        var refused = rehearsal.Events.OfType<RecordSettled>().Single(record => record.Reason == "GoodsShort");
        Assert.Equal((bad.Gid, true, false), (refused.SourceKey, refused.Message!.Contains("CUP", StringComparison.Ordinal), refused.Message.Contains("MUG", StringComparison.Ordinal)));
        Assert.Contains(rehearsal.Events.OfType<RunWarning>(), warning => warning.Message.Contains("too few of CUP", StringComparison.Ordinal));
        Assert.Equal((7L, 1L), (Stock(rehearsal, "MUG", "Berlin"), Stock(rehearsal, "CUP", "Berlin")));

        rehearsal.Tenant.Receive("CUP", "Berlin", 4);
        await rehearsal.RunAsync(new StartRequest { Names = ["Counter"], RetryFailed = true });
        Assert.Equal((6L, 3L, 2), (Stock(rehearsal, "MUG", "Berlin"), Stock(rehearsal, "CUP", "Berlin"), rehearsal.Tenant.Orders.Count));
    }

    [Theory]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutBody)]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.Status)]
    public async Task Run_an_answer_that_is_lost_leads_to_one_booking(FaultKind kind)
    {
        await using var rehearsal = await StartAsync();
        rehearsal.Shop.SellAtCounter("Berlin", ("MUG", 2));
        rehearsal.Shop.SellAtCounter("Berlin", ("CUP", 1));
        rehearsal.Sandbox.Faults.Add(new Fault { Kind = kind, System = "pulpo", Method = "POST", Path = "orders/quick" });

        var run = await rehearsal.RunAsync("Counter");

        Assert.Equal((RunStatus.Finished, 2, 2), (run.Status, run.Counts.Created, rehearsal.Tenant.Orders.Count));
        Assert.Equal((8L, 9L), (Stock(rehearsal, "MUG", "Berlin"), Stock(rehearsal, "CUP", "Berlin")));
    }

    [Fact]
    public async Task Run_a_booking_whose_outcome_stayed_open_is_found_by_the_next_run()
    {
        await using var rehearsal = await StartAsync();
        rehearsal.Shop.SellAtCounter("Berlin", ("MUG", 2));
        rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.CutAfter, System = "pulpo", Method = "POST", Path = "orders/quick" });
        rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 403, System = "pulpo", Method = "GET", Path = "sales/orders", Count = 0 });

        Assert.Equal((RunStatus.Failed, 8L), ((await rehearsal.RunAsync("Counter")).Status, Stock(rehearsal, "MUG", "Berlin")));
        rehearsal.Sandbox.Faults.Clear();
        var next = await rehearsal.RunAsync("Counter");

        Assert.Equal((RunStatus.Finished, 1, 1, 8L), (next.Status, next.Counts.Created, rehearsal.Tenant.Orders.Count, Stock(rehearsal, "MUG", "Berlin")));
    }

    [Fact]
    public async Task Run_what_comes_to_nothing_before_is_left_out_and_what_changes_after_is_told_once()
    {
        await using var rehearsal = await StartAsync();
        var undone = rehearsal.Shop.SellAtCounter("Berlin", ("MUG", 1));
        rehearsal.Shop.TakeBackAtCounter("Berlin", undone.Lines[0]);
        var kept = rehearsal.Shop.SellAtCounter("Berlin", ("CUP", 3));
        await rehearsal.RunAsync("Counter");
        Assert.Equal(("CancelledAtSource", 1, 10L), (
            rehearsal.Events.OfType<RecordSettled>().Single(record => record.SourceKey == undone.Gid).Reason, rehearsal.Tenant.Orders.Count, Stock(rehearsal, "MUG", "Berlin")));

        rehearsal.Shop.TakeBackAtCounter("Berlin", kept.Lines[0]);
        await rehearsal.RunAsync("Counter");
        var told = rehearsal.Events.OfType<RunWarning>().Single();
        Assert.Equal(("ChangedAfterBooking", 7L), (told.Code, Stock(rehearsal, "CUP", "Berlin")));
        rehearsal.Runtime.ResetCursor("Counter");
        await rehearsal.RunAsync("Counter");
        Assert.Empty(rehearsal.Events.OfType<RunWarning>());
    }

    [Fact]
    public async Task Run_sales_orders_takes_no_counter_sale_even_where_fulfilled_orders_are_wanted()
    {
        await using var rehearsal = await StartAsync();
        var sale = rehearsal.Shop.SellAtCounter("Berlin", ("MUG", 2));
        await rehearsal.AddOrdersAsync(settings: [("FulfillmentStatus", "FULFILLED\nUNFULFILLED"), ("FallbackCustomer", "COUNTER"), ("IncludePickup", "true"), ("StartFrom", "2020-01-01")]);

        var run = await rehearsal.RunAsync();

        Assert.Equal((0, 1), (run.Counts.Created, run.Counts.Skipped));
        Assert.Empty(rehearsal.Tenant.Orders);
        Assert.Equal(sale.Gid, rehearsal.Events.OfType<RecordSettled>().Single().SourceKey);
    }

    [Fact]
    public async Task New_names_a_customer_that_does_not_exist_or_has_no_address()
    {
        await using var rehearsal = await Bare.StartAsync();
        using var office = await PulpoOffice.OpenAsync(rehearsal);
        await office.AddCustomerAsync("EMPTY", rehearsal.Tenant.Options.TenantId, withAddress: false);

        var unknown = await Assert.ThrowsAsync<PulpoSyncException>(() => AddAsync(rehearsal, "NOBODY"));
        var empty = await Assert.ThrowsAsync<PulpoSyncException>(() => AddAsync(rehearsal, "EMPTY"));
        var missing = await Assert.ThrowsAsync<PulpoSyncException>(() => rehearsal.AddAsync(IntegrationType.SalesOrdersPos, "Counter"));

        Assert.Contains("There are \"EMPTY\"", unknown.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("has no address", empty.Message, StringComparison.Ordinal);
        Assert.StartsWith("Customer is missing", missing.Message, StringComparison.Ordinal);
    }

    private static async Task<Rehearsal> StartAsync()
    {
        var rehearsal = await Bare.StartAsync(new TenantOptions { Name = "pulpo", EnforceStock = true });
        using var office = await PulpoOffice.OpenAsync(rehearsal);
        await office.AddCustomerAsync("COUNTER", rehearsal.Tenant.Options.TenantId);
        foreach (var sku in new[] { "MUG", "CUP" })
        {
            rehearsal.Shop.AddProduct(new ProductDraft { Title = sku, Sku = sku, Stock = new Dictionary<string, int> { ["Berlin"] = 10, ["Hamburg"] = 10 } });
            rehearsal.Tenant.AddProduct(sku);
            foreach (var warehouse in new[] { "Berlin", "Hamburg" }) rehearsal.Tenant.SetStock(sku, warehouse, 10);
        }

        await AddAsync(rehearsal, "COUNTER");
        return rehearsal;
    }

    private static Task<IntegrationConfig> AddAsync(Rehearsal rehearsal, string customer) =>
        rehearsal.AddAsync(IntegrationType.SalesOrdersPos, "Counter", "Shop", ("Customer", customer), ("StartFrom", "2020-01-01"));

    private static long Stock(Rehearsal rehearsal, string sku, string warehouse) => rehearsal.Tenant.StockOf(sku, warehouse).OnHand;
}
