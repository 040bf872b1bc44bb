using System.Net;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoReturnTests
{
    [Theory]
    [InlineData(PulpoPlace.Return, 8, 2)]
    [InlineData(PulpoPlace.Storage, 9, 1)]
    public async Task Returned_goods_are_for_sale_only_from_storage(PulpoPlace place, long available, long returned)
    {
        await using var pulpo = await ShippedAsync(o => o with { ReturnPlace = place });

        pulpo.Tenant.ReceiveReturn("1", [new("L1", 1), new("MUG", 1, Accepted: false)]);

        var stock = pulpo.Tenant.StockOf("MUG", "Berlin");
        Assert.Equal((available, returned), (stock.Available, stock.Returned));
        pulpo.Tenant.MoveReturnToStorage("MUG", "Berlin", 1);
        Assert.Equal(available + 1, pulpo.Tenant.StockOf("MUG", "Berlin").Available);
        Assert.Equal(["return"], (await pulpo.GetAsync("replenishment/orders")).Each("replenishment_orders", "type"));
    }

    [Fact]
    public async Task Return_is_found_by_its_order_and_among_incoming_goods()
    {
        await using var pulpo = await ShippedAsync();
        pulpo.Tenant.Receive("MUG", "Paris", 1);
        pulpo.Time.Advance(TimeSpan.FromMinutes(5));
        pulpo.Tenant.ReceiveReturn("1", [new("L1", 2) { Reasons = ["damaged"], Notes = "chipped" }], "box was open");
        var order = pulpo.Tenant.Orders.Single();

        var ofOrder = (await pulpo.GetAsync($"sales/orders/{order.Id}/returns")).Json["incoming_goods"]!.AsArray();
        var since = await pulpo.GetAsync("reception/incoming_goods?inserted_at=gte:2026-11-22T10:05:00&document_type=return&sort_by=inserted_at:asc");

        var row = Assert.Single(ofOrder)!;
        Assert.Equal((order.Id, "box was open", "return"), ((long)row["sales_order_id"]!, (string?)row["notes"], (string?)row["document_type"]));
        var item = Assert.Single(row["items"]!.AsArray())!;
        Assert.Equal(("accepted", "L1", "chipped", "damaged", "MUG"),
            ((string?)item["state"], (string?)item["line_order_id"], (string?)item["notes"], (string?)item["reason_codes"]![0]!["code"], (string?)item["product"]!["sku"]));
        Assert.Equal([row["sequence_number"]!.ToString()], since.Each("incoming_goods", "sequence_number"));
        Assert.Equal(2, (int)(await pulpo.GetAsync("reception/incoming_goods")).Json["total_results"]!);
        Assert.Equal(["damaged"], (await pulpo.GetAsync("reasons/?process_name=reception")).Each("reason_codes", "code"));
    }

    [Theory]
    [InlineData("L1", 3)]
    [InlineData("CUP", 1)]
    public async Task More_than_left_the_warehouse_does_not_come_back(string line, long quantity)
    {
        await using var pulpo = await ShippedAsync();

        Assert.Throws<InvalidOperationException>(() => pulpo.Tenant.ReceiveReturn("1", [new(line, quantity)]));
        pulpo.Tenant.ReceiveReturn("1", [new("L1", 1)]);
        Assert.Throws<InvalidOperationException>(() => pulpo.Tenant.ReceiveReturn("1", [new("L1", 2)]));

        Assert.Equal(1, Assert.Single(pulpo.Tenant.Returns).Lines.Single().Quantity);
    }

    [Fact]
    public async Task Client_books_a_return_for_an_order()
    {
        await using var pulpo = await ShippedAsync();
        pulpo.Tenant.Seed(new PulpoSeed { Reasons = ["unwanted"] });
        var reason = (await pulpo.GetAsync("reasons")).Json["reason_codes"]![0]!["id"];

        var made = await pulpo.PostAsync("reception/incoming_goods", new
        {
            document_type = "return", sales_order_id = pulpo.Tenant.Orders.Single().Id,
            items = new[] { new { product_id = pulpo.Tenant.AddProduct("MUG"), quantity = 1, line_order_id = "L1", reason_codes = new[] { new { id = (long)reason! } } } },
        });

        Assert.Equal(HttpStatusCode.Created, made.Status);
        var line = Assert.Single(pulpo.Tenant.Returns).Lines.Single();
        Assert.Equal(("MUG", PulpoPlace.Return, "unwanted"), (line.Sku, line.Place, line.Reasons.Single()));
        Assert.Equal(1, pulpo.Tenant.StockOf("MUG", "Berlin").Returned);
    }

    [Theory]
    [InlineData("accepted", 1, 0)]
    [InlineData("rejected", 0, 1)]
    public async Task Goods_that_a_client_books_wait_to_be_put_away_or_are_rejected(string state, long received, long returned)
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var made = await pulpo.PostAsync("reception/incoming_goods", new
        {
            warehouse_id = pulpo.Tenant.AddWarehouse("Berlin"), items = new[] { new { product_id = pulpo.Tenant.AddProduct("MUG"), quantity = 1, state } },
        });

        Assert.Equal((HttpStatusCode.Created, "none"), (made.Status, (string?)made.Json["document_type"]));
        var stock = pulpo.Tenant.StockOf("MUG", "Berlin");
        Assert.Equal((received, returned, 0L), (stock.Received, stock.Returned, stock.Available));
    }

    [Theory]
    [InlineData("document_type", "gift")]
    [InlineData("sales_order_id", 1)]
    [InlineData("warehouse_id", 1)]
    [InlineData("items", null)]
    public async Task Incoming_goods_that_do_not_fit_are_refused(string field, object? value)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        Dictionary<string, object?> body = new()
        {
            ["warehouse_id"] = pulpo.Tenant.AddWarehouse("Berlin"),
            ["items"] = new[] { new { product_id = pulpo.Tenant.AddProduct("MUG"), quantity = 1 } },
            [field] = value,
        };

        var answer = await pulpo.PostAsync("reception/incoming_goods", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotNull(answer.Json["errors"]![field]);
        Assert.Equal(0, pulpo.Tenant.StockOf("MUG", "Berlin").Received);
    }

    private static async Task<PulpoClient> ShippedAsync(Func<TenantOptions, TenantOptions>? configure = null)
    {
        var pulpo = await PulpoClient.StartAsync(configure);
        pulpo.Tenant.SetStock("MUG", "Berlin", 10);
        await pulpo.CreateAsync("1");
        pulpo.Tenant.Advance("1", "ended");
        return pulpo;
    }
}
