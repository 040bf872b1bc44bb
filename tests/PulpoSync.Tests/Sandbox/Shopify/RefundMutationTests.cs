using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

/// <summary>An order of three for 10 each and 5 of shipping, all shipped and paid.</summary>
public sealed class RefundMutationTests : IAsyncLifetime
{
    private const string Create = """
        mutation Refund($input: RefundInput!, $key: String!) { refundCreate(input: $input) @idempotent(key: $key) {
          refund { id note totalRefundedSet { shopMoney { amount } } refundLineItems(first: 5) { nodes { quantity restockType restocked location { name } } }
            refundShippingLines(first: 5) { nodes { subtotalAmountSet { shopMoney { amount } } } } transactions(first: 5) { nodes { kind status } } }
          order { displayFinancialStatus totalRefundedSet { shopMoney { amount } } }
          userErrors { field message } } }
        """;

    private ShopClient _client = null!;
    private Order _order = null!;
    private string _payment = null!;

    private ShopifyShop Shop => _client.Shop;

    public async Task InitializeAsync()
    {
        _client = await ShopClient.StartAsync();
        Shop.AddProduct(new ProductDraft { Title = "A", Sku = "A", Price = 10, Stock = new Dictionary<string, int> { ["Berlin"] = 10 } });
        _order = Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "A", Quantity = 3 }], ShippingPrice = 5 });
        Shop.Fulfill(_order.FulfillmentOrders[0]);
        var read = await _client.QueryAsync("query Q($id: ID!) { order(id: $id) { transactions(first: 5) { id kind amountSet { shopMoney { amount } } } } }", new { id = _order.Gid });
        var sale = Assert.Single(read["data"]!["order"]!["transactions"]!.AsArray())!;
        Assert.Equal(("SALE", "35.0"), ((string?)sale["kind"], (string?)sale["amountSet"]!["shopMoney"]!["amount"]));
        _payment = (string)sale["id"]!;
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Goods_that_came_back_go_into_stock_and_the_money_to_the_customer()
    {
        var made = await SendAsync(new
        {
            orderId = _order.Gid,
            note = "zurück",
            notify = true,
            refundLineItems = new[] { new { lineItemId = Gids.Of("LineItem", _order.Lines[0].Id), quantity = 2, restockType = "RETURN", locationId = Shop.Locations[0].Gid } },
            shipping = new { fullRefund = true },
            transactions = new[] { Payment(25) },
        });

        var refund = made["refund"]!;
        Assert.Equal(("zurück", "25.0"), ((string?)refund["note"], (string?)refund["totalRefundedSet"]!["shopMoney"]!["amount"]));
        Assert.Equal("5.0", (string?)refund["refundShippingLines"]!["nodes"]![0]!["subtotalAmountSet"]!["shopMoney"]!["amount"]);
        Assert.Equal(("REFUND", "SUCCESS"), ((string?)refund["transactions"]!["nodes"]![0]!["kind"], (string?)refund["transactions"]!["nodes"]![0]!["status"]));
        Assert.Equal("PARTIALLY_REFUNDED", (string?)made["order"]!["displayFinancialStatus"]);
        Assert.Equal((9, 0, 9), (Shop.Levels[0].Available, Shop.Levels[0].Committed, Shop.Levels[0].OnHand));
        Assert.Equal(NotificationKind.Refunded, Assert.Single(Shop.Notifications).Kind);
        Assert.Equal(2, Assert.Single(Shop.Refunds).Lines[0].Quantity);
    }

    [Fact]
    public async Task Goods_alone_can_be_refunded_without_money()
    {
        var made = await SendAsync(Lines(1, "NO_RESTOCK"));

        Assert.Equal("0.0", (string?)made["refund"]!["totalRefundedSet"]!["shopMoney"]!["amount"]);
        Assert.Equal("PAID", (string?)made["order"]!["displayFinancialStatus"]);
        Assert.Equal(2, _order.Lines[0].CurrentQuantity);
        Assert.Equal(7, Shop.Levels[0].OnHand);
    }

    [Theory]
    [InlineData("too many", "refundLineItems/0/quantity", "Quantity cannot refund more items than were purchased")]
    [InlineData("too much", null, "Refund amount €35.01 is greater than net payment received €35.00")]
    [InlineData("kind", null, "Kind authorization is not a valid transaction")]
    [InlineData("parent", "transactions", "Transactions require a parent_id associated with the order")]
    [InlineData("order", "orderId", "Order does not exist")]
    public async Task Refusals_are_in_Shopifys_words_and_change_nothing(string what, string? field, string message)
    {
        var refused = await SendAsync(what switch
        {
            "too many" => Lines(4, "RETURN"),
            "too much" => new { orderId = _order.Gid, allowOverRefunding = true, transactions = new[] { Payment(35.01m) } },
            "kind" => new { orderId = _order.Gid, transactions = new[] { Payment(1, kind: "AUTHORIZATION") } },
            "parent" => new { orderId = _order.Gid, transactions = new[] { Payment(1, parent: "gid://shopify/OrderTransaction/1") } },
            _ => new { orderId = "gid://shopify/Order/1" },
        });

        var error = Assert.Single(refused["userErrors"]!.AsArray())!;
        Assert.Equal((field, message), (error["field"] is { } path ? string.Join('/', path.AsArray().Select(f => (string)f!)) : null, (string?)error["message"]));
        Assert.Null(refused["refund"]);
        Assert.Empty(_order.Refunds);
    }

    [Fact]
    public async Task Same_key_refunds_once()
    {
        for (var i = 0; i < 2; i++) Assert.NotNull((await SendAsync(new { orderId = _order.Gid, transactions = new[] { Payment(5) } }))["refund"]);

        Assert.Single(_order.Refunds);
        var bare = await _client.QueryAsync("mutation M($input: RefundInput!) { refundCreate(input: $input) { userErrors { message } } }", new { input = Lines(1, "RETURN") });
        Assert.Equal("BAD_REQUEST", (string?)bare["errors"]![0]!["extensions"]!["code"]);
    }

    [Fact]
    public async Task Suggested_refund_is_what_the_goods_cost_and_no_more_than_was_paid()
    {
        const string query = """
            query Q($id: ID!, $lines: [RefundLineItemInput!]) { order(id: $id) {
              part: suggestedRefund(refundLineItems: $lines, refundShipping: true) { ...S }
              all: suggestedRefund(suggestFullRefund: true) { ...S } } }
            fragment S on SuggestedRefund { amountSet { shopMoney { amount } } maximumRefundableSet { shopMoney { amount } } refundLineItems { id quantity restockType }
              shipping { amountSet { shopMoney { amount } } } suggestedTransactions { kind gateway parentTransaction { id } amountSet { shopMoney { amount } } } }
            """;
        Shop.Refund(_order, new RefundDraft { Amount = 30 });

        var order = (await _client.QueryAsync(query, new { id = _order.Gid, lines = new[] { new { lineItemId = Gids.Of("LineItem", _order.Lines[0].Id), quantity = 1 } } }))["data"]!["order"]!;

        Assert.Equal(("5.0", "5.0", "5.0"), (Amount(order["part"]!, "amountSet"), Amount(order["all"]!, "amountSet"), Amount(order["all"]!, "maximumRefundableSet")));
        Assert.Equal(3, (int)order["all"]!["refundLineItems"]![0]!["quantity"]!);
        Assert.Equal("RETURN", (string?)order["part"]!["refundLineItems"]![0]!["restockType"]);
        Assert.Equal(_payment, (string?)order["part"]!["suggestedTransactions"]![0]!["parentTransaction"]!["id"]);
    }

    private static string? Amount(JsonNode node, string set) => (string?)node[set]!["shopMoney"]!["amount"];

    private object Lines(int quantity, string restock) => new
    {
        orderId = _order.Gid, refundLineItems = new[] { new { lineItemId = Gids.Of("LineItem", _order.Lines[0].Id), quantity, restockType = restock } },
    };

    private object Payment(decimal amount, string kind = "REFUND", string? parent = null) => new
    {
        amount = amount.ToString(System.Globalization.CultureInfo.InvariantCulture), gateway = "shopify_payments", kind, orderId = _order.Gid, parentId = parent ?? _payment,
    };

    private async Task<JsonNode> SendAsync(object input) => (await _client.QueryAsync(Create, new { input, key = "k" }))["data"]!["refundCreate"]!;
}
