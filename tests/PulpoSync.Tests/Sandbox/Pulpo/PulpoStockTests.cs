using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoStockTests
{
    // An order of two mugs, with ten in storage, on its way through the warehouse.
    [Theory]
    [InlineData("queue", 8, 10, 0, 0)]
    [InlineData("picking", 8, 10, 0, 0)]
    [InlineData("packing", 8, 8, 2, 0)]
    [InlineData("shipping", 8, 8, 0, 2)]
    [InlineData("ended", 8, 8, 0, 0)]
    public async Task Goods_follow_their_order(string state, long available, long storage, long picked, long packed)
    {
        await using var pulpo = await WithMugsAsync();
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", state);

        var stock = pulpo.Tenant.StockOf("MUG", "Berlin");

        Assert.Equal((available, storage, picked, packed), (stock.Available, stock.Storage, stock.Picked, stock.Packed));
        Assert.Equal(storage + picked, stock.OnHand);
        Assert.Equal(available, await AvailableAsync(pulpo, "MUG"));
    }

    [Theory]
    [InlineData("queue", false, 0)]
    [InlineData("picking", false, 0)]
    [InlineData("picking", true, 2)]
    [InlineData("packing", false, 2)]
    [InlineData("shipping", false, 2)]
    public async Task Cancelled_goods_are_missing_until_they_are_brought_back(string state, bool taken, long missing)
    {
        await using var pulpo = await WithMugsAsync();
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", state);
        if (taken) pulpo.Tenant.TakePicking("1");

        pulpo.Tenant.Cancel("1");
        var before = pulpo.Tenant.StockOf("MUG", "Berlin");
        pulpo.Tenant.BringBack("1");
        var after = pulpo.Tenant.StockOf("MUG", "Berlin");

        Assert.Equal((10 - missing, missing, 0L), (before.Available, before.Picked, before.Packed));
        Assert.Equal((10L, 0L), (after.Available, after.Picked));
        Assert.Equal(missing == 0 ? [] : ["ended"], (await pulpo.GetAsync("replenishment/orders?type=sales_order_cancelled")).Each("replenishment_orders", "state"));
    }

    [Fact]
    public async Task Cancelled_order_brings_back_only_what_is_still_in_the_house()
    {
        await using var pulpo = await WithMugsAsync();
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "packing");
        pulpo.Tenant.Pack("1", new PackOptions { Lines = [new("L1", 1)] });
        pulpo.Tenant.Ship("1");

        pulpo.Tenant.Cancel("1");
        pulpo.Tenant.BringBack("1");

        Assert.Equal(9, pulpo.Tenant.StockOf("MUG", "Berlin").OnHand);
    }

    [Fact]
    public async Task Missing_goods_are_written_off()
    {
        await using var pulpo = await WithMugsAsync();
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "packing");

        pulpo.Tenant.Pack("1", new PackOptions { Lines = [new("L1", 1)], Rest = PackRest.Missing });

        Assert.Equal((8L, 1L), (pulpo.Tenant.StockOf("MUG", "Berlin").OnHand, pulpo.Tenant.StockOf("MUG", "Berlin").Packed));
    }

    [Fact]
    public async Task People_receive_correct_count_and_move()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Tenant.SetStock("MUG", "Berlin", 3);
        pulpo.Tenant.Receive("MUG", "Berlin", 4, PulpoPlace.Reception);
        pulpo.Tenant.Move("MUG", "Berlin", 3, PulpoPlace.Reception, PulpoPlace.Storage);
        pulpo.Tenant.Correct("MUG", "Berlin", -2);
        pulpo.Tenant.Count("MUG", "Berlin", 7);
        var plan = pulpo.Tenant.PlanMovement("MUG", "Berlin", 5, PulpoPlace.Storage, PulpoPlace.Shop);

        Assert.Equal((2L, 7L, 1L), (await AvailableAsync(pulpo, "MUG"), pulpo.Tenant.StockOf("MUG", "Berlin").Storage, pulpo.Tenant.StockOf("MUG", "Berlin").Received));
        pulpo.Tenant.FinishMovement(plan);
        Assert.Equal((2L, 2L, 5L), (await AvailableAsync(pulpo, "MUG"), pulpo.Tenant.StockOf("MUG", "Berlin").Storage, pulpo.Tenant.StockOf("MUG", "Berlin").Shop));

        var types = (await pulpo.GetAsync("inventory/stocks/historical")).Each("stock_records", "type");
        Assert.Equal(["initial_stock", "incoming_good", "movement", "movement", "stock_mod", "counting", "movement", "movement"], types);
        Assert.Equal(["-2"], (await pulpo.GetAsync("inventory/stocks/corrections?product_sku=MUG")).Json["stock_corrections"]!.AsArray()
            .Select(c => c!["items"]![0]!["quantity"]!.ToString()));
        var count = Assert.Single((await pulpo.GetAsync("counting/tasks?state=closed")).Json["counting_tasks"]!.AsArray())!["items"]![0]!;
        Assert.Equal((7, 4), ((int)count["quantity"]!, (int)count["current_stock_quantity"]!));
    }

    [Fact]
    public async Task History_tells_what_there_was_and_is_since_a_time()
    {
        await using var pulpo = await WithMugsAsync();
        await pulpo.CreateAsync("1");
        pulpo.Time.Advance(TimeSpan.FromMinutes(5));
        pulpo.Tenant.Advance("1", "ended");
        var berlin = pulpo.Tenant.AddWarehouse("Berlin");

        var found = await pulpo.GetAsync($"inventory/stocks/historical?inserted_at=gte:2026-11-22T10:05:00Z&warehouse_id={berlin}&sort_by=inserted_at:asc");
        var elsewhere = await pulpo.GetAsync($"inventory/stocks/historical?warehouse_id={pulpo.Tenant.AddWarehouse("Paris")}");

        Assert.Equal(["picking 10 8", "picking 0 2", "packing 2 0", "packing 0 2", "shipping 2 0"],
            found.Json["stock_records"]!.AsArray().Select(r => $"{r!["type"]} {r["previous_quantity"]} {r["quantity"]}"));
        Assert.Empty(elsewhere.Each("stock_records", "id"));
    }

    [Fact]
    public async Task Storage_that_lacks_goods_gets_them_unless_stock_is_enforced()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.CreateAsync("1");
        Assert.Equal(-2, await AvailableAsync(pulpo, "MUG"));

        pulpo.Tenant.Advance("1", "ended");

        Assert.Equal(0, pulpo.Tenant.StockOf("MUG", "Berlin").OnHand);
        Assert.Equal("stock_mod", (await pulpo.GetAsync("inventory/stocks/historical")).Each("stock_records", "type").First());
    }

    [Fact]
    public async Task Enforced_stock_holds_up_orders_that_it_does_not_suffice_for()
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { EnforceStock = true });
        pulpo.Tenant.SetStock("MUG", "Berlin", 3);
        await pulpo.CreateAsync("1");
        await pulpo.CreateAsync("2");
        pulpo.Tenant.Advance("1", "picking");

        Assert.Throws<InvalidOperationException>(() => pulpo.Tenant.TakePicking("2"));
        Assert.Equal("queue", pulpo.StateOf("2"));
        pulpo.Tenant.Receive("MUG", "Berlin", 1);
        pulpo.Tenant.Advance("2", "ended");
        pulpo.Tenant.Advance("1", "ended");

        Assert.Equal(0, pulpo.Tenant.StockOf("MUG", "Berlin").OnHand);
    }

    [Fact]
    public async Task Lots_are_picked_by_their_expiry_and_stay_with_the_goods()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.PostAsync("inventory/products", new { sku = "DRUG", name = "Drug", management_type = "lot" });
        pulpo.Tenant.Receive("DRUG", "Berlin", new PackBatch("LATE", 5, new DateOnly(2028, 1, 1)));
        pulpo.Tenant.Receive("DRUG", "Berlin", new PackBatch("SOON", 1, new DateOnly(2027, 1, 1)));
        await pulpo.CreateAsync("1", o => o["items"]![0]!["product_id"] = pulpo.Tenant.AddProduct("DRUG"));

        pulpo.Tenant.Advance("1", "shipping");

        Assert.Equal([new PackBatch("SOON", 1, new DateOnly(2027, 1, 1)), new PackBatch("LATE", 1, new DateOnly(2028, 1, 1))],
            pulpo.Tenant.Packings.Single().Boxes.Single().Lines.Single().Batches);
        Assert.Equal((4L, 2L), (pulpo.Tenant.StockOf("DRUG", "Berlin").Storage, pulpo.Tenant.StockOf("DRUG", "Berlin").Packed));
    }

    [Theory]
    [InlineData(ListShape.Array)]
    [InlineData(ListShape.One)]
    [InlineData(ListShape.Envelope)]
    public async Task Availability_sums_up_warehouses_in_the_form_of_the_tenant(ListShape shape)
    {
        await using var pulpo = await WithMugsAsync(o => o with { AvailabilityShape = shape });
        pulpo.Tenant.SetStock("MUG", "Paris", 5);
        pulpo.Tenant.SetStock("MUG", "Paris", 2, PulpoPlace.Return);

        var all = (await pulpo.GetAsync($"inventory/stocks/availability?id[]={pulpo.Tenant.AddProduct("MUG")}")).Json;
        var row = shape switch { ListShape.Array => all[0]!, ListShape.One => all, _ => all["availabilities"]![0]! };

        Assert.Equal((15, 0, 2), ((int)row["available_quantity"]!, (int)row["reception_quantity"]!, (int)row["return_quantity"]!));
        Assert.Null(row["warehouse_id"]);
    }

    [Theory]
    [InlineData(false, "MUG 10,CUP 0")]
    [InlineData(true, "MUG 10")]
    public async Task Availability_without_ids_is_of_all_products_or_of_those_that_had_stock(bool leavesOut, string expected)
    {
        await using var pulpo = await WithMugsAsync(o => o with { AvailabilityLeavesOutUnstocked = leavesOut });
        var skus = new[] { "MUG", "CUP" }.ToDictionary(pulpo.Tenant.AddProduct);

        var rows = (await pulpo.GetAsync("inventory/stocks/availability")).Json.AsArray();

        Assert.Equal(expected, string.Join(',', rows.Select(r => $"{skus[(long)r!["product_id"]!]} {r["available_quantity"]}")));
    }

    [Fact]
    public async Task Summary_and_products_tell_totals_with_and_without_returns()
    {
        await using var pulpo = await WithMugsAsync();
        pulpo.Tenant.SetStock("MUG", "Berlin", 3, PulpoPlace.Return);
        await pulpo.CreateAsync("1");
        var (mug, berlin) = (pulpo.Tenant.AddProduct("MUG"), pulpo.Tenant.AddWarehouse("Berlin"));

        var summary = (await pulpo.GetAsync($"inventory/stocks/summary?product_id[]={mug}&warehouse_id[]={berlin}")).Json[0]!;
        var product = (await pulpo.GetAsync($"inventory/stocks/products?sku=MUG&warehouse_id={berlin}")).Json[0]!;
        var elsewhere = (await pulpo.GetAsync($"inventory/stocks/products?warehouse_id={pulpo.Tenant.AddWarehouse("Paris")}")).Json.AsArray();

        Assert.Equal((10, 8, 2, 3), ((int)summary["total"]!, (int)summary["available"]!, (int)summary["unavailable"]!, (int)summary["rejected"]!));
        Assert.Equal((13, 10), ((int)product["total_quantity"]!, (int)product["total_quantity_excluding_returned"]!));
        Assert.Empty(elsewhere);
    }

    [Theory]
    [InlineData("", "7,1,2")]
    [InlineData("?exclude_packed_quantities=true", "7,1")]
    [InlineData("?location_type_id=1", "7")]
    public async Task Stocks_are_listed_by_position(string query, string quantities)
    {
        await using var pulpo = await WithMugsAsync();
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Move("MUG", "Berlin", 1, PulpoPlace.Storage, PulpoPlace.Shop);
        pulpo.Tenant.Advance("1", "shipping");

        Assert.Equal(quantities, string.Join(',', (await pulpo.GetAsync($"inventory/stocks{query}")).Each("stocks", "quantity")));
    }

    [Fact]
    public async Task Client_corrects_stock_but_not_below_nothing()
    {
        await using var pulpo = await WithMugsAsync();
        object Body(int quantity) => new
        {
            warehouse_id = pulpo.Tenant.AddWarehouse("Berlin"),
            items = new[] { new { product_id = pulpo.Tenant.AddProduct("MUG"), location_id = 2001, quantity } },
        };

        var done = await pulpo.PostAsync("inventory/stocks/correct", Body(-10));
        var refused = await pulpo.PostAsync("inventory/stocks/correct", Body(-1));

        Assert.Equal((201, 422), ((int)done.Status, (int)refused.Status));
        Assert.NotNull(refused.Json["errors"]!["quantity"]);
        Assert.Equal(0, pulpo.Tenant.StockOf("MUG", "Berlin").Storage);
    }

    private static async Task<PulpoClient> WithMugsAsync(Func<TenantOptions, TenantOptions>? configure = null)
    {
        var pulpo = await PulpoClient.StartAsync(configure);
        pulpo.Tenant.SetStock("MUG", "Berlin", 10);
        return pulpo;
    }

    private static async Task<long> AvailableAsync(PulpoClient pulpo, string sku)
    {
        var berlin = pulpo.Tenant.AddWarehouse("Berlin");
        var rows = await pulpo.GetAsync($"inventory/stocks/availability?id[]={pulpo.Tenant.AddProduct(sku)}&warehouse_id[]={berlin}");
        return (long)rows.Json[0]!["available_quantity"]!;
    }
}
