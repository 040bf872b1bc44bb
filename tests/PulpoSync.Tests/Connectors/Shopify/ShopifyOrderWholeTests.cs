using System.Text.Json.Nodes;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>Orders come whole or are set aside, one by one.</summary>
public class ShopifyOrderWholeTests
{
    [Fact]
    public async Task ReadAsync_sets_an_order_aside_whose_inner_pages_go_in_circles()
    {
        var fixture = new ShopFixture();
        var order = ShopJson.Order();
        order["lineItems"]!["pageInfo"] = More("l1");
        fixture.Shop.On("OrdersPage", ShopJson.Page(null, order, ShopJson.Order(1002))).On("OrderLines", Owner("order", "lineItems", "l1", ShopJson.Line(2)));

        var page = Assert.Single(await fixture.ReadAsync());

        Assert.Equal("1002", Assert.Single(page.Records).Number);
        Assert.Equal("PagingStuck", Assert.Single(page.Unreadable).Failure.Code);
    }

    [Fact]
    public async Task ReadAsync_reads_inner_lists_to_their_ends()
    {
        var fixture = new ShopFixture();
        var order = ShopJson.Order();
        order["lineItems"]!["pageInfo"] = More("l1");
        order["fulfillmentOrders"]!["pageInfo"] = More("f1");
        order["fulfillmentOrders"]!["nodes"]![0]!["lineItems"]!["pageInfo"] = More("fl1");
        order["fulfillments"] = JsonNode.Parse("""
            [{"id": "gid://shopify/Fulfillment/9", "status": "SUCCESS", "location": null, "trackingInfo": [],
              "fulfillmentLineItems": {"pageInfo": {"hasNextPage": true, "endCursor": "s1"}, "nodes": []} }]
            """);
        fixture.Shop
            .On("OrdersPage", ShopJson.Page(null, order, ShopJson.Order(1002)))
            .On("OrderLines", Owner("order", "lineItems", "l2", ShopJson.Line(2)), Owner("order", "lineItems", null, ShopJson.Line(3)))
            .On("OrderFulfillmentOrders", Owner("order", "fulfillmentOrders", null, ShopJson.FulfillmentOrder(2, 3)))
            .On("FulfillmentOrderLines", Owner("fulfillmentOrder", "lineItems", null, ShopJson.OpenLine(2)))
            .On("FulfillmentLines", Owner("node", "fulfillmentLineItems", null, """{"quantity": 4, "lineItem": {"id": "gid://shopify/LineItem/3"} }"""));

        var page = Assert.Single(await fixture.ReadAsync());

        Assert.Equal(["1001", "1002"], page.Records.Select(record => record.Number));
        var read = page.Records[0];
        Assert.Equal(["SKU-1", "SKU-2", "SKU-3"], read.Lines.Select(line => line.Sku));
        Assert.Equal([["1", "2"], ["3"]], read.FulfillmentOrders.Select(fo => fo.Remaining.Select(line => line.LineKey[^1..]).ToArray()));
        Assert.Equal(4, Assert.Single(Assert.Single(read.Shipments).Lines).Quantity);
        Assert.Equal(["l1", "l2"], fixture.Shop.VariablesOf("OrderLines").Select(variables => variables.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task ReadAsync_reads_an_order_anew_that_changed_between_its_pages()
    {
        var fixture = new ShopFixture();
        var order = ShopJson.Order();
        order["lineItems"]!["pageInfo"] = More("l1");
        var changed = ShopJson.Order(1001, "2026-11-23T12:00:30Z");
        fixture.Shop
            .On("OrdersPage", ShopJson.Page(null, order))
            .On("OrderLines", Owner("order", "lineItems", null, ShopJson.Line(2)).Replace(ShopJson.Noon, "2026-11-23T12:00:30Z", StringComparison.Ordinal))
            .On("OrdersByIds", ShopJson.ByIds(changed));

        var page = Assert.Single(await fixture.ReadAsync());

        Assert.Single(Assert.Single(page.Records).Lines);
        Assert.Equal(30, page.Records[0].UpdatedAt.Second);
    }

    [Fact]
    public async Task ReadAsync_sets_a_restless_order_aside()
    {
        var fixture = new ShopFixture();
        var order = ShopJson.Order();
        order["lineItems"]!["pageInfo"] = More("l1");
        fixture.Shop
            .On("OrdersPage", ShopJson.Page(null, order, ShopJson.Order(1002)))
            .On("OrderLines", """{"data": {"order": {"updatedAt": "2026-11-23T13:00:00Z", "lineItems": {"pageInfo": {"hasNextPage": false}, "nodes": []}}}}""")
            .On("OrdersByIds", ShopJson.ByIds(order));

        var page = Assert.Single(await fixture.ReadAsync());

        Assert.Equal("1002", Assert.Single(page.Records).Number);
        Assert.Equal((ShopJson.Id(1001), "#1001", "OrderUnsteady"), (page.Unreadable[0].Key, page.Unreadable[0].Number, page.Unreadable[0].Failure.Code));
    }

    [Fact]
    public async Task ReadAsync_keeps_partial_data_and_marks_whose_address_is_refused()
    {
        var fixture = new ShopFixture();
        var refused = ShopJson.Order(1001);
        (refused["shippingAddress"], refused["customer"]) = (null, null);
        var denied = string.Join(", ", new[] { "shippingAddress", "customer" }.Select(field => ShopJson.Error("ACCESS_DENIED", $$$""", "path": ["orders", "nodes", 0, "{{{field}}}"]""")));
        fixture.Shop.On("OrdersPage", ShopJson.Page(null, denied, refused, ShopJson.Order(1002)));

        var page = Assert.Single(await fixture.ReadAsync());

        Assert.Equal([true, false], page.Records.Select(order => order.PersonalDataWithheld));
    }

    [Fact]
    public async Task ReadAsync_asks_once_more_for_an_order_that_the_shop_gave_with_errors()
    {
        var fixture = new ShopFixture();
        var error = ShopJson.Error("INTERNAL_SERVER_ERROR", """, "path": ["orders", "nodes", 1, "risk"]""");
        fixture.Shop
            .On("OrdersPage", ShopJson.Page(null, error, ShopJson.Order(1001), ShopJson.Order(1002)))
            .On("OrdersByIds", ShopJson.ByIds(ShopJson.Order(1002)));

        var page = Assert.Single(await fixture.ReadAsync());

        Assert.Equal(["1001", "1002"], page.Records.Select(order => order.Number));
        Assert.Empty(page.Unreadable);
    }

    [Fact]
    public async Task ReadAsync_sets_an_order_aside_that_cannot_be_read_and_goes_on()
    {
        var fixture = new ShopFixture();
        var broken = ShopJson.Order(1001);
        broken["createdAt"] = null;
        fixture.Shop.On("OrdersPage", ShopJson.Page(null, broken, ShopJson.Order(1002)));

        var page = Assert.Single(await fixture.ReadAsync());

        Assert.Equal("1002", Assert.Single(page.Records).Number);
        Assert.Equal("OrderIncomplete", Assert.Single(page.Unreadable).Failure.Code);
    }

    private static JsonNode More(string cursor) => new JsonObject { ["hasNextPage"] = true, ["endCursor"] = cursor };

    private static string Owner(string root, string list, string? next, string node) => $$$"""
        {"data": {"{{{root}}}": {"updatedAt": "{{{ShopJson.Noon}}}", "{{{list}}}": {"pageInfo": {"hasNextPage": {{{(next is null ? "false" : "true")}}}, "endCursor": "{{{next}}}"}, "nodes": [{{{node}}}]} } } }
        """;
}
