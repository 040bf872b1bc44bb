using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;
using static PulpoSync.Tests.Connectors.Shopify.ScriptedShop;

namespace PulpoSync.Tests.Connectors.Shopify;

public class ShopifyOrderSourceTests
{
    [Fact]
    public async Task ReadAsync_asks_for_what_changed_ten_minutes_before_the_cursor_on()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Page(null, ShopJson.Order(1, "2026-11-23T11:55:00Z")));

        var page = Assert.Single(await fixture.ReadAsync(new ReadRequest { Cursor = "2026-11-23T12:00:00.0000000Z" }));

        Assert.Equal("updated_at:>='2026-11-23T11:50:00Z'", Query(fixture));
        // An order out of the overlap does not turn the cursor back.
        Assert.Equal("2026-11-23T12:00:00.0000000Z", page.NextCursor);
    }

    [Fact]
    public async Task ReadAsync_starts_where_it_is_told_before_there_is_a_cursor()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Page(null, ShopJson.Order(1, "2026-11-23T11:00:00Z")));

        var page = Assert.Single(await fixture.ReadAsync(new ReadRequest { StartFrom = fixture.StartedAt.AddDays(-2) }));

        Assert.Equal("updated_at:>='2026-11-21T12:00:00Z'", Query(fixture));
        Assert.Equal("2026-11-23T11:00:00.0000000Z", page.NextCursor);
    }

    [Fact]
    public async Task ReadAsync_looks_back_when_asked_to_whatever_the_cursor_says()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Page(null));

        var page = Assert.Single(await fixture.ReadAsync(new ReadRequest { Cursor = "2026-11-23T12:00:00Z", Since = fixture.StartedAt.AddDays(-7) }));

        Assert.Equal("updated_at:>='2026-11-16T12:00:00Z'", Query(fixture));
        Assert.Empty(page.Records);
    }

    [Fact]
    public async Task ReadAsync_without_any_order_has_no_cursor()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Page(null));

        Assert.Null(Assert.Single(await fixture.ReadAsync()).NextCursor);
    }

    [Fact]
    public async Task ReadAsync_gives_an_order_again_only_when_it_has_changed_meanwhile()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On(
            "OrdersPage",
            ShopJson.Page("a", ShopJson.Order(1, "2026-11-23T11:00:00Z"), ShopJson.Order(2, "2026-11-23T11:01:00Z")),
            ShopJson.Page("b", ShopJson.Order(2, "2026-11-23T11:01:00Z"), ShopJson.Order(3, "2026-11-23T11:02:00Z")),
            ShopJson.Page(null, ShopJson.Order(1, "2026-11-23T11:03:00Z")));

        var pages = await fixture.ReadAsync();

        Assert.Equal([["1", "2"], ["3"], ["1"]], pages.Select(page => page.Records.Select(order => order.Number).ToArray()));
        Assert.Equal(["2026-11-23T11:01:00.0000000Z", "2026-11-23T11:02:00.0000000Z", "2026-11-23T11:03:00.0000000Z"], pages.Select(page => page.NextCursor));
        Assert.Equal([null, "a", "b"], fixture.Shop.VariablesOf("OrdersPage").Select(variables => variables.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task ReadAsync_notices_that_the_search_was_ignored_by_the_warning()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", """
            {"data": {"orders": {"pageInfo": {"hasNextPage": false}, "nodes": []}},
             "extensions": {"search": [{"path": ["orders"], "query": "q", "warnings": [{"field": "updatd_at", "message": "Invalid search field for this query.", "code": "invalid_field"}]}]}}
            """);

        var failure = await fixture.FailsAsync(fixture.ReadAsync());

        Assert.Equal((FailureKind.Protocol, "SearchIgnored"), (failure.Kind, failure.Code));
    }

    [Fact]
    public async Task ReadAsync_notices_that_the_search_was_ignored_by_what_it_gives()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Page(null, ShopJson.Order(1, "2026-10-01T00:00:00Z")));

        Assert.Equal("SearchIgnored", (await fixture.FailsAsync(fixture.ReadAsync())).Code);
    }

    [Fact]
    public async Task ReadAsync_notices_a_cursor_that_does_not_move()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", ShopJson.Page("a", ShopJson.Order(1)), ShopJson.Page("a", ShopJson.Order(2)));

        Assert.Equal("PagingStuck", (await fixture.FailsAsync(fixture.ReadAsync())).Code);
        Assert.Equal(2, fixture.Shop.Asked.Count);
    }

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
    public async Task ReadAsync_notices_pages_that_never_end()
    {
        var fixture = new ShopFixture();
        var cursor = 0;
        fixture.Shop.On("OrdersPage", _ => Json(ShopJson.Page($"c{++cursor}", ShopJson.Order(1))));

        Assert.Equal("PagingStuck", (await fixture.FailsAsync(fixture.ReadAsync())).Code);
        Assert.InRange(cursor, 2, 5);
    }

    [Theory]
    [InlineData("MAX_COST_EXCEEDED")]
    [InlineData("TIMEOUT")]
    public async Task ReadAsync_asks_for_smaller_pages_and_keeps_to_them(string code)
    {
        var fixture = new ShopFixture();
        fixture.Shop.On(
            "OrdersPage", ShopJson.Refused(code), ShopJson.Refused(code), ShopJson.Page("a", ShopJson.Order(1)), ShopJson.Page(null, ShopJson.Order(2)));

        await fixture.ReadAsync();

        Assert.Equal([50, 25, 12, 12], Sizes(fixture));
    }

    [Fact]
    public async Task ReadAsync_gives_up_when_even_one_order_is_too_much()
    {
        var fixture = new ShopFixture();
        fixture.Settings["PageSize"] = "2";
        fixture.Shop.On("OrdersPage", ShopJson.Refused("MAX_COST_EXCEEDED"));

        Assert.Equal("QueryTooDear", (await fixture.FailsAsync(fixture.ReadAsync())).Code);
        Assert.Equal([2, 1], Sizes(fixture));
    }

    [Fact]
    public async Task ReadAsync_tries_a_small_page_where_the_gateway_gives_up_on_large_ones()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersPage", variables => variables.GetProperty("first").GetInt32() > 10 ? Json("", 504) : Json(ShopJson.Page(null, ShopJson.Order())));

        Assert.Single(Assert.Single(await fixture.ReadAsync()).Records);
        Assert.Equal(5, Sizes(fixture).Last());
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

    [Fact]
    public async Task ReadManyAsync_leaves_out_what_is_gone_and_what_is_no_order()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersByIds", ShopJson.ByIds(ShopJson.Order(1), null));

        var page = await fixture.RunAsync(fixture.Orders().ReadManyAsync([ShopJson.Id(1), ShopJson.Id(2), "else"], default));

        Assert.Equal("1", Assert.Single(page.Records).Number);
        Assert.Equal(2, fixture.Shop.VariablesOf("OrdersByIds").Single().GetProperty("ids").GetArrayLength());
    }

    [Fact]
    public async Task ReadManyAsync_asks_in_chunks_that_shrink_where_ids_are_dear()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersByIds", variables => variables.GetProperty("ids").GetArrayLength() > 8
            ? Json(ShopJson.Refused("MAX_COST_EXCEEDED"))
            : Json(ShopJson.ByIds([.. variables.GetProperty("ids").EnumerateArray().Select(id => ShopJson.Order(Number(id.GetString()![20..])))])));

        var page = await fixture.RunAsync(fixture.Orders().ReadManyAsync([.. Enumerable.Range(1, 30).Select(ShopJson.Id)], default));

        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"{number}"), page.Records.Select(order => order.Number));
        Assert.Equal([25, 12, 6, 6, 6, 6, 6], fixture.Shop.VariablesOf("OrdersByIds").Select(variables => variables.GetProperty("ids").GetArrayLength()));
    }

    [Theory]
    // What a person types, and the orders that the searches find: name, number.
    [InlineData("#1001-A", "#1001-A:1001 #1001-AB:1001", "1")]
    [InlineData("1001", "#1001-A:1001 #11001-A:11001", "1")]
    [InlineData("#1001-a", "#1001-A:1001", "1")]
    [InlineData("9", "#1001-A:1001", "")]
    public async Task FindKeysAsync_compares_exactly_what_the_search_found(string typed, string found, string keys)
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrderKeysByName", Names(found)).On("OrdersByIds", ShopJson.ByIds([null]));

        var result = await fixture.RunAsync(fixture.Orders().FindKeysAsync(typed, default));

        Assert.Equal(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => ShopJson.Id(Number(number))), result);
    }

    [Fact]
    public async Task FindKeysAsync_searches_a_bare_number_with_the_shops_affixes_too()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrderKeysByName", Names(""), Names("#1001-A:1001"));

        var keys = await fixture.RunAsync(fixture.Orders().FindKeysAsync(" 1001 ", default));

        Assert.Single(keys);
        Assert.Equal(["name:'1001'", "name:'#1001-A'"], fixture.Shop.VariablesOf("OrderKeysByName").Select(variables => variables.GetProperty("query").GetString()));
    }

    [Fact]
    public async Task FindKeysAsync_takes_ids_old_and_new()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrderKeysByName", Names("")).On("OrdersByIds", ShopJson.ByIds(ShopJson.Order(512)));

        Assert.Equal([ShopJson.Id(7)], await fixture.RunAsync(fixture.Orders().FindKeysAsync(ShopJson.Id(7), default)));
        Assert.Empty(fixture.Shop.Asked);
        Assert.Equal([ShopJson.Id(512)], await fixture.RunAsync(fixture.Orders().FindKeysAsync("512", default)));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Query(ShopFixture fixture) => fixture.Shop.VariablesOf("OrdersPage").First().GetProperty("query").GetString()!;

    private static List<int> Sizes(ShopFixture fixture) => [.. fixture.Shop.VariablesOf("OrdersPage").Select(variables => variables.GetProperty("first").GetInt32())];

    private static JsonNode More(string cursor) => new JsonObject { ["hasNextPage"] = true, ["endCursor"] = cursor };

    private static string Owner(string root, string list, string? next, string node) => $$$"""
        {"data": {"{{{root}}}": {"updatedAt": "{{{ShopJson.Noon}}}", "{{{list}}}": {"pageInfo": {"hasNextPage": {{{(next is null ? "false" : "true")}}}, "endCursor": "{{{next}}}"}, "nodes": [{{{node}}}]} } } }
        """;

    private static string Names(string found)
    {
        var nodes = found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((text, index) =>
            $$$"""{"id": "{{{ShopJson.Id(index + 1)}}}", "name": "{{{text.Split(':')[0]}}}", "number": {{{text.Split(':')[1]}}} }""");
        return $$$"""{"data": {"shop": {"orderNumberFormatPrefix": "#", "orderNumberFormatSuffix": "-A"}, "orders": {"nodes": [{{{string.Join(", ", nodes)}}}]} } }""";
    }
}
