using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class SearchTests
{
    private static OrderDraft Draft(params string[] tags) => new() { Lines = [new OrderLineDraft { Sku = "A" }], Tags = tags };

    [Theory]
    [InlineData("", "#1001 #1002 #1003 #1004")]
    [InlineData("updated_at:>='2026-11-22T10:02:00Z'", "#1003 #1004")]
    [InlineData("updated_at:>'2026-11-22T10:02:00Z'", "#1004")]
    [InlineData("created_at:<\"2026-11-22T10:01:00Z\"", "#1001")]
    [InlineData("created_at:<='2026-11-22T11:01:00'", "#1001 #1002")] // without a zone: the shop's, an hour ahead
    [InlineData("updated_at:>='2026-11-22T10:01:00Z' updated_at:<'2026-11-22T10:03:00Z'", "#1002 #1003")]
    [InlineData("tag:blue", "#1002")]
    [InlineData("tag:'Lieferung: 2026-11-30'", "#1003")]
    [InlineData("tag:Lieferung\\: 2026-11-30", "")] // escaped colon, but the space ends the value
    [InlineData("-tag:blue", "#1001 #1003 #1004")]
    [InlineData("NOT (tag:blue OR test:true)", "#1001 #1003")]
    [InlineData("tag:blue OR test:true", "#1002 #1004")]
    [InlineData("test:false AND tag:blue", "#1002")]
    [InlineData("status:cancelled", "#1001")]
    [InlineData("status:wrong", "#1001 #1002 #1003 #1004")] // a value that is not accepted has no effect
    [InlineData("financial_status:paid,pending", "#1001 #1002 #1003 #1004")]
    [InlineData("financial_status:pending", "#1003")]
    [InlineData("name:#1002", "#1002")]
    [InlineData("name:1002", "#1002")]
    public async Task Orders_query_selects(string query, string expected)
    {
        await using var client = await ShopClient.StartAsync();
        var first = client.Shop.CreateOrder(Draft());
        client.Shop.Cancel(first);
        client.Time.Advance(TimeSpan.FromMinutes(1));
        client.Shop.CreateOrder(Draft("blue"));
        client.Time.Advance(TimeSpan.FromMinutes(1));
        client.Shop.CreateOrder(Draft("Lieferung: 2026-11-30") with { FinancialStatus = FinancialStatus.Pending });
        client.Time.Advance(TimeSpan.FromMinutes(1));
        client.Shop.CreateOrder(Draft() with { IsTest = true });

        var answer = await client.QueryAsync(Documents.OrdersPage, new { first = 10, query });

        Assert.Equal(expected, Names(answer));
    }

    [Fact]
    public async Task Unknown_search_field_is_ignored_with_a_warning()
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.Seed(new ShopSeed { Orders = 3, Plain = true });

        var answer = await client.QueryAsync(Documents.OrdersPage, new { first = 10, query = "updatedat:>='2099-01-01T00:00:00Z'" });

        Assert.Equal("#1001 #1002 #1003", Names(answer));
        var search = answer["extensions"]!["search"]![0]!;
        Assert.True(JsonNode.DeepEquals(search, JsonNode.Parse("""
            { "path": ["orders"], "query": "updatedat:>='2099-01-01T00:00:00Z'", "parsed": { "field": "updatedat", "range_gte": "2099-01-01T00:00:00Z" },
              "warnings": [{ "field": "updatedat", "message": "Invalid search field for this query.", "code": "invalid_field" }] }
            """)), search.ToJsonString());
    }

    [Fact]
    public async Task Unquoted_time_loses_its_minutes_at_the_colon()
    {
        await using var client = await ShopClient.StartAsync(new ShopOptions { Name = "demo", Throttling = false, TimeZone = "UTC" });
        client.Shop.CreateOrder(Draft());

        var answer = await client.QueryAsync(Documents.OrdersPage, new { first = 10, query = "updated_at:>=2026-11-22T10:30:00Z" });

        // Ten o'clock is what is left of half past ten.
        Assert.Equal("#1001", Names(answer));
        Assert.Equal("30", (string?)answer["extensions"]!["search"]![0]!["warnings"]![0]!["field"]);
        Assert.Equal("00Z", (string?)answer["extensions"]!["search"]![0]!["parsed"]!["and"]![1]!["match_all"]);
    }

    [Fact]
    public async Task Search_without_findings_has_no_report()
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.QueryAsync(Documents.OrdersPage, new { first = 10, query = "status:open" });

        Assert.Null(answer["extensions"]!["search"]);
    }

    [Fact]
    public async Task Search_lag_shows_new_orders_and_changes_later()
    {
        await using var client = await ShopClient.StartAsync(new ShopOptions { Name = "demo", Throttling = false, SearchLag = TimeSpan.FromSeconds(8) });
        var order = client.Shop.CreateOrder(Draft());

        Assert.Equal("", Names(await client.QueryAsync(Documents.OrdersPage, new { first = 10 })));
        Assert.NotNull((await client.QueryAsync(Documents.Order, new { id = order.Gid }))["data"]!["order"]);
        client.Time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal("#1001", Names(await client.QueryAsync(Documents.OrdersPage, new { first = 10 })));

        client.Shop.AddTags(order, "late");
        const string Since = "updated_at:>='2026-11-22T10:00:08Z'";
        Assert.Equal("", Names(await client.QueryAsync(Documents.OrdersPage, new { first = 10, query = Since })));
        client.Time.Advance(TimeSpan.FromSeconds(8));
        Assert.Equal("#1001", Names(await client.QueryAsync(Documents.OrdersPage, new { first = 10, query = Since })));
    }

    [Fact]
    public async Task Hidden_order_is_found_by_id_alone()
    {
        await using var client = await ShopClient.StartAsync();
        var order = client.Shop.CreateOrder(Draft());
        client.Shop.SetHidden(order, true);

        Assert.Equal("", Names(await client.QueryAsync(Documents.OrdersPage, new { first = 10 })));
        Assert.NotNull((await client.QueryAsync(Documents.Order, new { id = order.Gid }))["data"]!["order"]);
        client.Shop.SetHidden(order, false);
        Assert.Equal("#1001", Names(await client.QueryAsync(Documents.OrdersPage, new { first = 10 })));
    }

    [Fact]
    public async Task ProductVariants_are_found_by_sku()
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.AddProduct(new ProductDraft { Title = "Cup", Sku = "CUP" });
        client.Shop.AddProduct(new ProductDraft { Title = "Cup again", Sku = "CUP" });
        client.Shop.AddProduct(new ProductDraft { Title = "Plate", Sku = "PLATE" });

        var answer = await client.QueryAsync("{ productVariants(first: 10, query: \"sku:CUP\") { nodes { sku product { title } } } }");

        Assert.Equal(["Cup", "Cup again"], answer["data"]!["productVariants"]!["nodes"]!.AsArray().Select(n => (string)n!["product"]!["title"]!));
    }

    private static string Names(JsonNode answer) =>
        string.Join(' ', answer["data"]!["orders"]!["nodes"]!.AsArray().Select(n => (string)n!["name"]!));
}
