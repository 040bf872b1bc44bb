using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class ControlTests
{
    [Fact]
    public async Task Control_makes_seeds_changes_and_shows_a_shop()
    {
        await using var client = await ShopClient.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(client.Host.Address, "control/") };

        (await http.PostAsJsonAsync("shops", new { name = "other", plan = "Plus", locations = new[] { "Köln", "Laden" } })).EnsureSuccessStatusCode();
        Assert.Equal(409, (int)(await http.PostAsJsonAsync("shops", new { name = "other" })).StatusCode);
        (await http.PostAsJsonAsync("shopify/other/seed", new { orders = 3, plain = true, shares = new { Guest = 1 } })).EnsureSuccessStatusCode();
        (await http.PostAsJsonAsync("shopify/other/orders", new { lines = new[] { new { sku = "SKU-00001", quantity = 2 } }, tags = new[] { "VIP" } })).EnsureSuccessStatusCode();
        (await http.PostAsJsonAsync("shopify/other/orders/%231004/hold", new { reason = "HighRiskOfFraud" })).EnsureSuccessStatusCode();
        (await http.PostAsJsonAsync("shopify/other/orders/%231001/cancel", new { })).EnsureSuccessStatusCode();

        var orders = (await http.GetFromJsonAsync<JsonArray>("shopify/other/orders"))!;
        Assert.Equal(4, orders.Count);
        Assert.NotNull(orders[0]!["cancelledAt"]);
        Assert.Equal("Guest", (string?)orders[1]!["traits"]![0]);
        Assert.Equal("OnHold", (string?)orders[3]!["fulfillmentStatus"]);
        Assert.Equal(("Köln", 2), ((string?)orders[3]!["fulfillmentOrders"]![0]!["location"], (int)orders[3]!["lines"]![0]!["quantity"]!));
    }

    [Theory]
    [InlineData("shopify/none/orders/%231001/hold", 404)]
    [InlineData("shopify/demo/orders/%231999/hold", 404)]
    [InlineData("shopify/demo/orders/%231001/nonsense", 409)]
    [InlineData("shopify/demo/orders/%231001/release", 409)]
    public async Task Control_says_what_cannot_be_done(string path, int status)
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.Seed(new PulpoSync.Sandbox.ShopSeed { Orders = 1, Plain = true });

        using var response = await client.Http.PostAsJsonAsync(new Uri(client.Host.Address, $"control/{path}"), new { });

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonNode>())!["error"]);
    }

    [Theory]
    [InlineData("set-quantity", """{"quantity":1}""")]
    [InlineData("add-line", """{"newLine":{"sku":"SKU-00002"}}""")]
    [InlineData("remove-line", "{}")]
    [InlineData("set-address", """{"address":{"city":"Bonn","zip":"53111"}}""")]
    [InlineData("add-tags", """{"tags":["a"]}""")]
    [InlineData("set-note", """{"note":"n"}""")]
    [InlineData("refund", """{"quantity":1}""")]
    [InlineData("void", "{}")]
    [InlineData("split", """{"quantity":1}""")]
    [InlineData("move", """{"location":"Hamburg"}""")]
    [InlineData("fulfill", """{"trackingNumber":"1"}""")]
    public async Task Control_action_moves_the_order_on(string action, string body)
    {
        await using var client = await ShopClient.StartAsync();
        var order = client.Shop.Seed(new PulpoSync.Sandbox.ShopSeed { Orders = 1, Plain = true, Spread = TimeSpan.FromHours(1) })[0];
        // One place of its own, so that "move" has somewhere to go.
        if (order.FulfillmentOrders[0].Location.Name == "Hamburg") client.Shop.Move(order.FulfillmentOrders[0], client.Shop.Locations[0]);
        client.Time.Advance(TimeSpan.FromMinutes(1));

        using var response = await client.Http.PostAsync(
            new Uri(client.Host.Address, $"control/shopify/demo/orders/{order.Id}/{action}"), JsonContent.Create(JsonNode.Parse(body)));

        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        Assert.Equal(ShopClient.Start.AddMinutes(1), order.UpdatedAt);
    }

    [Fact]
    public async Task Control_sells_at_the_counter_and_shows_stock_returns_and_refunds()
    {
        await using var client = await ShopClient.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(client.Host.Address, "control/shopify/demo/") };
        var (shop, place) = (client.Shop, client.Shop.Locations[0]);
        shop.AddProduct(new PulpoSync.Sandbox.Shopify.ProductDraft { Title = "Tasse", Sku = "CUP", Price = 5, Stock = new Dictionary<string, int> { [place.Name] = 9 } });

        using var sold = await http.PostAsJsonAsync("counter", new { location = place.Name, lines = new[] { new { sku = "CUP", quantity = 2 } } });
        var order = shop.Orders.Single();
        shop.CreateReturn(order, [new PulpoSync.Sandbox.Shopify.ReturnLineDraft(order.Fulfillments[0].Lines[0], 1)]);
        shop.Refund(order, order.Lines[0], 1, PulpoSync.Sandbox.Shopify.RestockType.NoRestock, "zu klein");

        var view = (await http.GetFromJsonAsync<JsonArray>("orders"))!.Single()!;
        var level = (await http.GetFromJsonAsync<JsonArray>("levels"))!.Single(one => (string?)one!["sku"] == "CUP")!;
        Assert.Equal("pos", order.SourceName);
        Assert.Equal(order.Name, (string?)(await sold.Content.ReadFromJsonAsync<JsonNode>())!["name"]);
        Assert.Equal(("Open", 1), ((string?)view["returns"]![0]!["status"], (int)view["returns"]![0]!["lines"]![0]!["quantity"]!));
        Assert.Equal((5m, "zu klein"), ((decimal)view["refunds"]![0]!["amount"]!, (string?)view["refunds"]![0]!["note"]));
        Assert.Equal((place.Name, 7, 7), ((string?)level["location"], (int)level["available"]!, (int)level["onHand"]!));
    }
}
