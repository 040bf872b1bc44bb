using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class CounterTests : IAsyncLifetime
{
    private ShopClient _client = null!;

    private ShopifyShop Shop => _client.Shop;

    public async Task InitializeAsync()
    {
        _client = await ShopClient.StartAsync();
        Shop.AddProduct(new ProductDraft { Title = "A", Sku = "A", Price = 10, Stock = new Dictionary<string, int> { ["Berlin"] = 10, ["Showroom"] = 4 } });
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Sale_is_paid_and_handed_over_at_once_out_of_the_locations_stock()
    {
        var order = Shop.SellAtCounter("Showroom", ("A", 3));
        Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "A" }] });

        var found = (await _client.QueryAsync(
            "query Q($query: String) { orders(first: 5, query: $query) { nodes { id sourceName displayFinancialStatus displayFulfillmentStatus customer { id } shippingAddress { city } retailLocation { name } fulfillments(first: 5) { location { name } trackingInfo(first: 5) { number } } fulfillmentOrders(first: 5) { nodes { status deliveryMethod { methodType } } } } } }",
            new { query = $"source_name:pos location_id:{Shop.Locations[2].Id}" }))["data"]!["orders"]!["nodes"]!.AsArray();

        var sale = Assert.Single(found)!;
        Assert.Equal((order.Gid, "pos", "PAID", "FULFILLED", "Showroom"), ((string?)sale["id"], (string?)sale["sourceName"], (string?)sale["displayFinancialStatus"], (string?)sale["displayFulfillmentStatus"], (string?)sale["retailLocation"]!["name"]));
        Assert.Null(sale["customer"]);
        Assert.Null(sale["shippingAddress"]);
        Assert.Equal("Showroom", (string?)sale["fulfillments"]![0]!["location"]!["name"]);
        Assert.Empty(sale["fulfillments"]![0]!["trackingInfo"]!.AsArray());
        Assert.Equal(("CLOSED", "RETAIL"), ((string?)sale["fulfillmentOrders"]!["nodes"]![0]!["status"], (string?)sale["fulfillmentOrders"]!["nodes"]![0]!["deliveryMethod"]!["methodType"]));
        Assert.Equal([9, 1], Shop.Levels.Select(l => l.Available));
        Assert.Equal([10, 1], Shop.Levels.Select(l => l.OnHand));
    }

    [Fact]
    public void Sale_to_a_customer_is_theirs_and_goods_taken_back_are_in_stock_again()
    {
        var order = Shop.SellAtCounter("Showroom", new OrderDraft { Lines = [new OrderLineDraft { Sku = "A", Quantity = 2 }], Customer = new CustomerDraft("Anna", "Müller", "anna@example.com") });

        var refund = Shop.TakeBackAtCounter("Showroom", order.Lines[0]);

        Assert.Equal("anna@example.com", order.Customer!.Email);
        Assert.Equal((10, FinancialStatus.PartiallyRefunded), (refund.Amount, order.FinancialStatus));
        Assert.Equal(3, Shop.Levels[1].OnHand);
        Assert.Equal(FulfillmentStatus.Fulfilled, order.FulfillmentStatus);
    }
}
