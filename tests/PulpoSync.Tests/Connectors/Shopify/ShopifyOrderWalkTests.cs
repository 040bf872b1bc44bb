using PulpoSync.Engine.Contracts;
using static PulpoSync.Tests.Connectors.Shopify.ScriptedShop;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>Reading what changed: cursor, overlap, page sizes, and a shop that leads in circles.</summary>
public class ShopifyOrderWalkTests
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

    private static string Query(ShopFixture fixture) => fixture.Shop.VariablesOf("OrdersPage").First().GetProperty("query").GetString()!;

    private static List<int> Sizes(ShopFixture fixture) => [.. fixture.Shop.VariablesOf("OrdersPage").Select(variables => variables.GetProperty("first").GetInt32())];
}
