using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class OrdersTests
{
    private static readonly OrderDraft OneLine = new() { Lines = [new OrderLineDraft { Sku = "A" }] };

    [Fact]
    public async Task Orders_answer_has_the_shape_of_recorded_ones()
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.AddProduct(new ProductDraft { Title = "Cup", Sku = "A", Price = 10 });
        var order = client.Shop.CreateOrder(OneLine with { PresentmentCurrency = "USD", ExchangeRate = 0.7m, ShippingPrice = null, Tags = ["b", "a"] });

        var answer = await client.QueryAsync("""
            { orders(first: 1) { nodes { id legacyResourceId name createdAt displayFinancialStatus displayFulfillmentStatus tags email
              currentTotalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } } }
              pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }
            """);

        var expected = JsonNode.Parse($$"""
            { "id": "gid://shopify/Order/{{order.Id}}", "legacyResourceId": "{{order.Id}}", "name": "#1001", "createdAt": "2026-11-22T10:00:00Z",
              "displayFinancialStatus": "PAID", "displayFulfillmentStatus": "UNFULFILLED", "tags": ["a", "b"], "email": null,
              "currentTotalPriceSet": { "shopMoney": { "amount": "10.0", "currencyCode": "EUR" }, "presentmentMoney": { "amount": "7.0", "currencyCode": "USD" } } }
            """);
        var orders = answer["data"]!["orders"]!;
        Assert.True(JsonNode.DeepEquals(expected, orders["nodes"]![0]), orders.ToJsonString());
        var pageInfo = orders["pageInfo"]!;
        Assert.False((bool)pageInfo["hasNextPage"]!);
        Assert.Equal((string?)pageInfo["startCursor"], (string?)pageInfo["endCursor"]);
        var cost = answer["extensions"]!["cost"]!;
        Assert.Equal(2000, (int)cost["throttleStatus"]!["maximumAvailable"]!);
        Assert.Equal(100, (int)cost["throttleStatus"]!["restoreRate"]!);
    }

    [Fact]
    public async Task Orders_paged_by_updated_at_show_an_order_that_changes_meanwhile_twice_and_miss_none()
    {
        await using var client = await ShopClient.StartAsync();
        var orders = client.Shop.Seed(new ShopSeed { Orders = 10, Plain = true });
        client.Time.Advance(TimeSpan.FromMinutes(1));

        var names = new List<string>();
        string? after = null;
        do
        {
            var page = (await client.QueryAsync(Documents.OrdersPage, new { first = 3, after }))["data"]!["orders"]!;
            names.AddRange(page["nodes"]!.AsArray().Select(n => (string)n!["name"]!));
            if (after is null)
            {
                client.Shop.AddTags(orders[0], "seen already");
                client.Shop.AddTags(orders[5], "still to come");
            }
            after = (bool)page["pageInfo"]!["hasNextPage"]! ? (string?)page["pageInfo"]!["endCursor"] : null;
        }
        while (after is not null);

        Assert.Equal(["#1001", "#1002", "#1003", "#1004", "#1005", "#1007", "#1008", "#1009", "#1010", "#1001", "#1006"], names);
    }

    [Fact]
    public async Task Orders_reverse_and_last_come_from_the_end()
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.Seed(new ShopSeed { Orders = 4, Plain = true });

        var answer = await client.QueryAsync("""
            { reverse: orders(first: 2, reverse: true, sortKey: CREATED_AT) { nodes { number } } last: orders(last: 2, sortKey: ID) { nodes { number } pageInfo { hasPreviousPage } } }
            """);

        Assert.Equal([1004, 1003], Numbers(answer, "reverse"));
        Assert.Equal([1003, 1004], Numbers(answer, "last"));
        Assert.True((bool)answer["data"]!["last"]!["pageInfo"]!["hasPreviousPage"]!);
    }

    [Fact]
    public async Task Order_with_several_hundred_lines_needs_nested_paging()
    {
        await using var client = await ShopClient.StartAsync();
        var order = client.Shop.CreateOrder(new OrderDraft { Lines = [.. Enumerable.Range(0, 300).Select(i => new OrderLineDraft { Sku = $"S{i}" })] });
        const string Query = "query L($id: ID!, $after: String) { order(id: $id) { lineItems(first: 200, after: $after) { nodes { sku } pageInfo { hasNextPage endCursor } } } }";

        var first = (await client.QueryAsync(Query, new { id = order.Gid }))["data"]!["order"]!["lineItems"]!;
        var second = (await client.QueryAsync(Query, new { id = order.Gid, after = (string?)first["pageInfo"]!["endCursor"] }))["data"]!["order"]!["lineItems"]!;

        Assert.True((bool)first["pageInfo"]!["hasNextPage"]!);
        Assert.False((bool)second["pageInfo"]!["hasNextPage"]!);
        var skus = first["nodes"]!.AsArray().Concat(second["nodes"]!.AsArray()).Select(n => (string)n!["sku"]!);
        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"S{i}"), skus);
    }

    [Fact]
    public async Task Orders_older_than_60_days_are_left_out_in_silence_without_read_all_orders()
    {
        await using var client = await ShopClient.StartAsync();
        var orders = client.Shop.Seed(new ShopSeed { Orders = 2, Plain = true, From = ShopClient.Start.AddDays(-61), Spread = TimeSpan.FromDays(2) });
        client.Shop.Options = client.Shop.Options with { Scopes = [.. client.Shop.Options.Scopes.Where(s => s != "read_all_orders")] };

        var page = await client.QueryAsync(Documents.OrdersPage, new { first = 10 });
        var old = await client.QueryAsync(Documents.Order, new { id = orders[0].Gid });

        Assert.Equal("#1002", (string?)Assert.Single(page["data"]!["orders"]!["nodes"]!.AsArray())!["name"]);
        Assert.Null(old["data"]!["order"]);
        Assert.Null(page["errors"]);
        Assert.Null(old["errors"]);
    }

    [Fact]
    public async Task Node_and_nodes_give_objects_by_their_type_and_null_for_those_gone()
    {
        await using var client = await ShopClient.StartAsync();
        var order = client.Shop.CreateOrder(OneLine);

        var answer = await client.QueryAsync(
            "query N($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Order { name } ... on FulfillmentOrder { status } } }",
            new { ids = new[] { order.Gid, $"gid://shopify/FulfillmentOrder/{order.FulfillmentOrders[0].Id}", "gid://shopify/Order/1" } });

        var nodes = answer["data"]!["nodes"]!.AsArray();
        Assert.Equal("Order", (string?)nodes[0]!["__typename"]);
        Assert.Equal("#1001", (string?)nodes[0]!["name"]);
        Assert.Equal("OPEN", (string?)nodes[1]!["status"]);
        Assert.Null(nodes[2]);
    }

    [Fact]
    public async Task Order_by_an_id_of_another_type_is_an_error_beside_null()
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.QueryAsync(Documents.Order, new { id = "gid://shopify/Customer/1" });

        Assert.Null(answer["data"]!["order"]);
        Assert.Equal("RESOURCE_NOT_FOUND", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Equal("order", (string?)answer["errors"]![0]!["path"]![0]);
    }

    [Fact]
    public async Task OrdersCount_is_capped()
    {
        await using var client = await ShopClient.StartAsync();
        client.Shop.Seed(new ShopSeed { Orders = 5, Plain = true });

        var answer = await client.QueryAsync("{ all: ordersCount { count precision } some: ordersCount(limit: 3) { count precision } }");

        Assert.Equal((5, "EXACT"), ((int)answer["data"]!["all"]!["count"]!, (string)answer["data"]!["all"]!["precision"]!));
        Assert.Equal((3, "AT_LEAST"), ((int)answer["data"]!["some"]!["count"]!, (string)answer["data"]!["some"]!["precision"]!));
    }

    [Fact]
    public async Task TagsAdd_adds_tags_and_moves_updatedAt()
    {
        await using var client = await ShopClient.StartAsync();
        var order = client.Shop.CreateOrder(OneLine);
        client.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await client.QueryAsync(
            "mutation T($id: ID!, $tags: [String!]!) { tagsAdd(id: $id, tags: $tags) { node { id } userErrors { field message } } }",
            new { id = order.Gid, tags = new[] { "pulpo" } });

        Assert.Equal(order.Gid, (string?)answer["data"]!["tagsAdd"]!["node"]!["id"]);
        Assert.Equal(["pulpo"], order.Tags);
        Assert.Equal(ShopClient.Start.AddMinutes(1), order.UpdatedAt);
        Assert.Equal(10, (int)answer["extensions"]!["cost"]!["actualQueryCost"]!);
    }

    private static IEnumerable<int> Numbers(JsonNode answer, string field) => answer["data"]![field]!["nodes"]!.AsArray().Select(n => (int)n!["number"]!);
}
