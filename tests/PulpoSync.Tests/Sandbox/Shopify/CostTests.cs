using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class CostTests
{
    private static readonly ShopOptions Throttling = new() { Name = "demo" };

    // The document, and what Shopify asked for it in a recorded answer.
    [Theory]
    [InlineData(1, "query { order(id: \"gid://shopify/Order/1\") { id name displayFinancialStatus } }")]
    [InlineData(7, "{ locations(first: 10) { nodes { id name isActive fulfillsOnlineOrders } } currentAppInstallation { id } }")]
    [InlineData(10, "mutation { tagsAdd(id: \"gid://shopify/Order/1\", tags: [\"a\"]) { node { id } userErrors { field message } } }")]
    [InlineData(20, "{ fulfillmentOrders(first: 25, sortKey: UPDATED_AT) { nodes { id assignedLocation { location { id } } } pageInfo { hasNextPage } } }")]
    [InlineData(19, "mutation M($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) { fulfillment { id status displayStatus trackingInfo { number url company } fulfillmentLineItems(first: 5) { nodes { id quantity lineItem { id title } } } } userErrors { field message } } }")]
    [InlineData(51, "mutation M($t: FulfillmentTrackingInput!) { fulfillmentTrackingInfoUpdate(fulfillmentId: \"gid://shopify/Fulfillment/1\", trackingInfoInput: $t) { fulfillment { id status trackingInfo(first: 5) { number url company } } userErrors { field message } } }")]
    [InlineData(11, "mutation M { fulfillmentCancel(id: \"gid://shopify/Fulfillment/1\") { fulfillment { id status displayStatus trackingInfo { number url company } } userErrors { field message } } }")]
    [InlineData(13, "mutation M($i: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $i) @idempotent(key: \"k\") { inventoryAdjustmentGroup { reason changes { name delta item { id } location { id name } } } userErrors { field message code } } }")]
    [InlineData(11, "mutation M { inventoryActivate(inventoryItemId: \"gid://shopify/InventoryItem/1\", locationId: \"gid://shopify/Location/1\") @idempotent(key: \"k\") { inventoryLevel { id isActive quantities(names: [\"available\", \"on_hand\"]) { name quantity updatedAt } } userErrors { field message } } }")]
    [InlineData(16, "mutation M { returnClose(id: \"gid://shopify/Return/1\") { return { id name status closedAt order { id updatedAt } returnLineItems(first: 5) { nodes { id quantity processedQuantity unprocessedQuantity } } } userErrors { field message code } } }")]
    [InlineData(41, "query Q { returnableFulfillments(orderId: \"gid://shopify/Order/1\", first: 5) { nodes { fulfillment { id } returnableFulfillmentLineItems(first: 5) { nodes { fulfillmentLineItem { id lineItem { id title } } quantity } } } } }")]
    [InlineData(7, "query Q { returnReasonDefinitions(first: 20) { nodes { id name handle deleted } } }")]
    public async Task Requested_cost_follows_the_rule_of_recorded_answers(int expected, string query)
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.QueryAsync(query, new
        {
            f = new { lineItemsByFulfillmentOrder = Array.Empty<object>() }, t = new { }, i = new { name = "available", reason = "correction", quantities = Array.Empty<object>() },
        });

        Assert.Equal(expected, (int)answer["extensions"]!["cost"]!["requestedQueryCost"]!);
    }

    [Fact]
    public async Task Requested_cost_of_an_orders_page_with_lines_and_fulfilment_orders_is_260()
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.QueryAsync("""
            query OrdersPage($first: Int!) { orders(first: $first, sortKey: UPDATED_AT) { pageInfo { hasNextPage endCursor } nodes { id
              customAttributes { key value } risk { recommendation }
              customer { id defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } }
              shippingAddress { name } billingAddress { name } shippingLine { title }
              currentTotalPriceSet { shopMoney { amount } presentmentMoney { amount } }
              lineItems(first: 25) { pageInfo { hasNextPage endCursor } nodes { id variant { id } product { id } originalUnitPriceSet { shopMoney { amount } } } }
              fulfillmentOrders(first: 10) { pageInfo { hasNextPage endCursor } nodes { id assignedLocation { location { id } } } } } } }
            """, new { first = 25 });

        Assert.Equal(260, (int)answer["extensions"]!["cost"]!["requestedQueryCost"]!);
    }

    [Fact]
    public async Task Actual_cost_is_what_came_and_the_rest_is_given_back()
    {
        await using var client = await ShopClient.StartAsync(Throttling);
        client.Shop.Seed(new ShopSeed { Orders = 1, Plain = true });

        var cost = (await client.QueryAsync(Documents.OrdersPage, new { first = 250 }))["extensions"]!["cost"]!;

        Assert.Equal(13, (int)cost["requestedQueryCost"]!);
        Assert.Equal(3, (int)cost["actualQueryCost"]!);
        Assert.Equal(1997, (int)cost["throttleStatus"]!["currentlyAvailable"]!);
    }

    [Fact]
    public async Task Throttled_is_a_200_without_data_and_passes_as_the_bucket_fills()
    {
        await using var client = await ShopClient.StartAsync(Throttling);
        client.Shop.Seed(new ShopSeed { Orders = 250, Plain = true });
        const string Costly = "{ orders(first: 250) { nodes { id lineItems(first: 250) { nodes { id variant { id product { id } } } } } } }";
        var first = (await client.QueryAsync(Costly))["extensions"]!["cost"]!;
        var asked = (int)first["requestedQueryCost"]!;
        while ((int)(await client.QueryAsync("{ shop { id } }"))["extensions"]!["cost"]!["throttleStatus"]!["currentlyAvailable"]! >= asked) await client.QueryAsync(Costly);

        var refused = await client.QueryAsync(Costly);
        Assert.Null(refused["data"]);
        Assert.Equal("Throttled", (string?)refused["errors"]![0]!["message"]);
        Assert.Equal("THROTTLED", (string?)refused["errors"]![0]!["extensions"]!["code"]);
        var cost = refused["extensions"]!["cost"]!;
        Assert.Null(cost["actualQueryCost"]);

        // The wait that a client computes from the answer is enough, and a second less is not.
        var wait = Math.Ceiling((asked - (int)cost["throttleStatus"]!["currentlyAvailable"]!) / (double)cost["throttleStatus"]!["restoreRate"]!);
        client.Time.Advance(TimeSpan.FromSeconds(wait - 1));
        Assert.NotNull((await client.QueryAsync(Costly))["errors"]);
        client.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await client.QueryAsync(Costly))["errors"]);
    }

    [Theory]
    [InlineData(ShopPlan.Basic, 100)]
    [InlineData(ShopPlan.Advanced, 200)]
    [InlineData(ShopPlan.Plus, 1000)]
    [InlineData(ShopPlan.Enterprise, 2000)]
    public async Task Restore_rate_follows_the_plan(ShopPlan plan, int rate)
    {
        await using var client = await ShopClient.StartAsync(Throttling with { Plan = plan });

        var status = (await client.QueryAsync("{ shop { id } }"))["extensions"]!["cost"]!["throttleStatus"]!;

        Assert.Equal((rate, 20 * rate), ((int)status["restoreRate"]!, (int)status["maximumAvailable"]!));
    }

    [Fact]
    public async Task Query_above_1000_points_is_refused()
    {
        await using var client = await ShopClient.StartAsync();

        var answer = await client.QueryAsync("{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { variant { product { id } } } } fulfillmentOrders(first: 250) { nodes { lineItems(first: 250) { nodes { id } } } } } } }");

        var extensions = answer["errors"]![0]!["extensions"]!;
        Assert.Equal("MAX_COST_EXCEEDED", (string?)extensions["code"]);
        Assert.Equal(1000, (int)extensions["maxCost"]!);
        Assert.Null(answer["data"]);
    }
}
