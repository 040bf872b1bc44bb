using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Connectors.Shopify;

public class ShopifyCounterSourceTests
{
    [Fact]
    public async Task ReadAsync_gives_counter_sales_alone_with_what_was_handed_over()
    {
        await using var fixture = await ShopAsync();
        var sale = fixture.Shop.SellAtCounter("Hamburg", ("MUG", 3), ("CUP", 1));
        fixture.Shop.TakeBackAtCounter("Hamburg", sale.Lines[0], 1);
        fixture.Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "MUG" }] });

        var read = Assert.Single(await ReadAsync(fixture));

        Assert.Equal((sale.Gid, "Hamburg", "pos"), (read.Order.Key, read.LocationName, read.Order.Channel));
        Assert.Equal(["CUP 1", "MUG 2"], read.Order.Lines.Select(line => $"{line.Sku} {line.Quantity}").Order());
        Assert.Null(read.Order.Email);
    }

    [Fact]
    public async Task ReadAsync_what_is_sent_from_the_store_later_was_not_handed_over()
    {
        await using var fixture = await ShopAsync();
        var order = fixture.Shop.CreateOrder(new OrderDraft
        {
            SourceName = "pos", RetailLocation = "Berlin", Lines = [new OrderLineDraft { Sku = "MUG", Quantity = 2, Location = "Berlin" }, new OrderLineDraft { Sku = "CUP", Location = "Berlin" }],
        });
        var open = order.FulfillmentOrders[0];
        fixture.Shop.Fulfill(open, order.Lines[1]);
        Assert.Equal(["CUP 1", "MUG 0"], Lines(Assert.Single(await ReadAsync(fixture))));

        fixture.Shop.Fulfill(open, tracking: new TrackingInfo("DHL", "0034", null));

        Assert.Equal(["CUP 1", "MUG 0"], Lines(Assert.Single(await ReadAsync(fixture))));
    }

    [Fact]
    public async Task FindKeysAsync_finds_counter_sales_by_number_and_no_other_orders()
    {
        await using var fixture = await ShopAsync();
        var sale = fixture.Shop.SellAtCounter("Berlin", ("MUG", 1));
        var order = fixture.Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "MUG" }] });
        var source = fixture.Connect().Source<CounterSale>()!;

        Assert.Equal([sale.Gid], await source.FindKeysAsync(sale.Name, default));
        Assert.Empty(await source.FindKeysAsync(order.Name, default));
        Assert.Empty((await source.ReadManyAsync([order.Gid], default)).Records);
    }

    private static async Task<SandboxShopFixture> ShopAsync()
    {
        var fixture = await SandboxShopFixture.StartAsync();
        foreach (var sku in new[] { "MUG", "CUP" }) fixture.Shop.AddProduct(new ProductDraft { Title = sku, Sku = sku });
        return fixture;
    }

    private static async Task<List<CounterSale>> ReadAsync(SandboxShopFixture fixture)
    {
        var sales = new List<CounterSale>();
        await foreach (var page in fixture.Connect().Source<CounterSale>()!.ReadAsync(new ReadRequest { StartFrom = DateTimeOffset.UtcNow.AddDays(-1) }, default)) sales.AddRange(page.Records);
        return sales;
    }

    private static IEnumerable<string> Lines(CounterSale sale) => sale.Order.Lines.Select(line => $"{line.Sku} {line.Quantity}").Order();
}
