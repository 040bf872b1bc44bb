using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>What is missing from an order, or of the wrong kind, is not taken for nought.</summary>
public class OrderShapeTests
{
    private const string Line = "lineItems/nodes/0";
    private const string Part = "fulfillmentOrders/nodes/0";
    private const string Sent = "fulfillments/0";

    [Fact]
    public void Missing_of_a_whole_order_is_nothing() => Assert.Null(Missing(_ => { }));

    [Theory]
    [InlineData("cancelledAt", "7")]
    [InlineData("cancelledAt", "\"yesterday\"")]
    [InlineData("test", "\"yes\"")]
    [InlineData("test", "null")]
    [InlineData("lineItems", "null")]
    [InlineData("fulfillmentOrders", "null")]
    [InlineData("fulfillments", "null")]
    [InlineData("fulfillments", "{}")]
    [InlineData("fulfillments", "[null]")]
    [InlineData(Line + "/id", "null")]
    [InlineData(Line + "/id", "\"gid://shopify/LineItem/2\"")]
    [InlineData(Line + "/currentQuantity", "null")]
    [InlineData(Line + "/currentQuantity", "-1")]
    [InlineData(Line + "/currentQuantity", "1.5")]
    [InlineData(Line + "/currentQuantity", "\"2\"")]
    [InlineData(Line + "/requiresShipping", "\"yes\"")]
    [InlineData(Line + "/requiresShipping", "null")]
    [InlineData(Part + "/id", "null")]
    [InlineData(Part + "/status", "null")]
    [InlineData(Part + "/deliveryMethod", "\"x\"")]
    [InlineData(Part + "/deliveryMethod", "{}")]
    [InlineData(Part + "/lineItems", "null")]
    [InlineData(Part + "/lineItems/nodes/0/remainingQuantity", "null")]
    [InlineData(Part + "/lineItems/nodes/0/remainingQuantity", "-1")]
    [InlineData(Part + "/lineItems/nodes/0/lineItem", "null")]
    [InlineData(Part + "/lineItems/nodes/0/lineItem/id", "\"gid://shopify/LineItem/7\"")]
    [InlineData(Sent + "/fulfillmentLineItems/nodes/0/lineItem/id", "\"gid://shopify/LineItem/7\"")]
    [InlineData(Sent + "/id", "null")]
    [InlineData(Sent + "/status", "null")]
    [InlineData(Sent + "/fulfillmentLineItems", "null")]
    [InlineData(Sent + "/fulfillmentLineItems/nodes/0/quantity", "\"4\"")]
    [InlineData(Sent + "/fulfillmentLineItems/nodes/0/lineItem/id", "null")]
    public void Missing_names_what_is_not_there(string path, string value) => Assert.NotNull(Missing(order => Set(order, path, JsonNode.Parse(value))));

    [Theory]
    [InlineData("cancelledAt")]
    [InlineData("test")]
    [InlineData("lineItems")]
    [InlineData("fulfillmentOrders")]
    [InlineData("fulfillments")]
    public void Missing_names_what_was_left_out(string name) => Assert.NotNull(Missing(order => order.Remove(name)));

    [Fact]
    public void Missing_asks_for_no_fulfilment_orders_where_nobody_did() => Assert.Null(Missing(order => order.Remove("fulfillmentOrders"), isToShip: false));

    [Theory]
    [InlineData("lineItems")]
    [InlineData("fulfillmentOrders")]
    public void List_that_holds_null_is_none(string list) =>
        Assert.Equal("UnexpectedShape", Assert.Throws<FailureException>(() => Missing(order => order[list]!["nodes"]!.AsArray().Add(null))).Failure.Code);

    [Fact]
    public async Task ReadAsync_sets_an_order_aside_that_is_not_whole()
    {
        var fixture = new ShopFixture();
        var order = ShopJson.Order();
        Set(order, Line + "/currentQuantity", null);
        fixture.Shop.On("OrdersPage", ShopJson.Page(null, order, ShopJson.Order(1002)));

        var page = Assert.Single(await fixture.ReadAsync());

        Assert.Equal("1002", Assert.Single(page.Records).Number);
        var (key, _, failure) = Assert.Single(page.Unreadable);
        Assert.Equal((ShopJson.Id(1001), "OrderIncomplete"), (key, failure.Code));
        Assert.Contains("currentQuantity", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1001, 1001)]
    [InlineData(1001, 1003)]
    public async Task ReadManyAsync_takes_no_order_for_another(int first, int second)
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersByIds", ShopJson.ByIds(ShopJson.Order(first), ShopJson.Order(second)));

        var error = await Assert.ThrowsAsync<FailureException>(() => fixture.RunAsync(fixture.Orders().ReadManyAsync([ShopJson.Id(1001), ShopJson.Id(1002)], default)));

        Assert.Equal("UnexpectedShape", error.Failure.Code);
    }

    private static string? Missing(Action<JsonObject> change, bool isToShip = true)
    {
        var order = ShopJson.Order();
        order["lineItems"]!["nodes"]!.AsArray().Add(JsonNode.Parse(ShopJson.Line(2)));
        order["fulfillments"] = JsonNode.Parse("""
            [{"id": "gid://shopify/Fulfillment/9", "status": "SUCCESS", "location": null, "trackingInfo": [],
              "fulfillmentLineItems": {"pageInfo": {"hasNextPage": false}, "nodes": [{"quantity": 4, "lineItem": {"id": "gid://shopify/LineItem/1"} }]} }]
            """);
        change(order);
        return OrderShape.Missing(new OrderParts("acme", JsonDocument.Parse(order.ToJsonString()).RootElement), isToShip);
    }

    private static void Set(JsonObject order, string path, JsonNode? value)
    {
        JsonNode owner = order;
        var steps = path.Split('/');
        foreach (var step in steps[..^1]) owner = owner is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : owner[step]!;
        if (owner is JsonArray last) last[0] = value;
        else owner[steps[^1]] = value;
    }
}
