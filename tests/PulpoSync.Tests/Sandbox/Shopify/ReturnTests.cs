using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class ReturnTests : IAsyncLifetime
{
    private const string Create = """
        mutation Create($input: ReturnInput!) { returnCreate(returnInput: $input) {
          return { id name status totalQuantity order { returnStatus } returnLineItems(first: 5) { nodes {
            __typename id quantity refundableQuantity returnReasonNote returnReasonDefinition { handle }
            ... on ReturnLineItem { fulfillmentLineItem { id lineItem { sku } } } } } }
          userErrors { field message code } } }
        """;

    private ShopClient _client = null!;
    private Order _order = null!;

    private ShopifyShop Shop => _client.Shop;

    private FulfillmentLine Shipped => _order.Fulfillments[0].Lines[0];

    public async Task InitializeAsync()
    {
        _client = await ShopClient.StartAsync();
        Shop.AddProduct(new ProductDraft { Title = "A", Sku = "A", Price = 10, Stock = new Dictionary<string, int> { ["Berlin"] = 10 } });
        _order = Shop.CreateOrder(new OrderDraft { Lines = [new OrderLineDraft { Sku = "A", Quantity = 3 }] });
        Shop.Fulfill(_order.FulfillmentOrders[0], _order.Lines[0], 2);
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Created_return_is_open_and_takes_what_can_be_returned()
    {
        Shop.SetClosed(_order, true);

        var made = (await CreateAsync(Line(Shipped.Id, 1)))["return"]!;

        Assert.Equal(($"{_order.Name}-R1", "OPEN", 1, "IN_PROGRESS"), ((string?)made["name"], (string?)made["status"], (int)made["totalQuantity"]!, (string?)made["order"]!["returnStatus"]));
        var line = Assert.Single(made["returnLineItems"]!["nodes"]!.AsArray())!;
        Assert.Equal(("ReturnLineItem", 1, "changed-my-mind", "A"), ((string?)line["__typename"], (int)line["refundableQuantity"]!, (string?)line["returnReasonDefinition"]!["handle"], (string?)line["fulfillmentLineItem"]!["lineItem"]!["sku"]));
        Assert.Null(_order.ClosedAt);
        Assert.Equal(1, await ReturnableAsync());
        var second = await CreateAsync(Line(Shipped.Id, 2));
        Assert.Equal("Return line item has an invalid quantity.", (string?)second["userErrors"]![0]!["message"]);
    }

    [Theory]
    [InlineData("unknown line", "returnInput/returnLineItems/0/fulfillmentLineItemId", "Fulfillment Line Item was not found.", "NOT_FOUND")]
    [InlineData("too many", "returnInput/returnLineItems/0/quantity", "Return line item has an invalid quantity.", "INVALID")]
    [InlineData("refunded already", "returnInput/returnLineItems/0/quantity", "Return line item has an invalid quantity.", "INVALID")]
    [InlineData("shipment cancelled", "returnInput/returnLineItems/0/fulfillmentLineItemId", "Fulfillment Line Item was not found.", "NOT_FOUND")]
    [InlineData("no reason", "returnInput/returnLineItems/0", "Return line items Either return reason or return reason definition must be provided", "NOT_FOUND")]
    public async Task Create_refuses_in_Shopifys_words(string what, string field, string message, string code)
    {
        if (what == "refunded already") Shop.Refund(_order, _order.Lines[0], 1, RestockType.Return);
        if (what == "shipment cancelled") Shop.CancelFulfillment(_order.Fulfillments[0]);

        var refused = await CreateAsync(Line(what == "unknown line" ? 1 : Shipped.Id, what == "too many" ? 3 : what == "refunded already" ? 2 : 1, what == "no reason" ? null : 2));

        var error = Assert.Single(refused["userErrors"]!.AsArray())!;
        Assert.Equal((field, message, code), (string.Join('/', error["field"]!.AsArray().Select(f => (string)f!)), (string?)error["message"], (string?)error["code"]));
        Assert.Empty(Shop.Returns);
    }

    [Fact]
    public async Task Close_reopen_and_cancel_go_by_the_status_and_twice_is_no_error()
    {
        var made = Shop.CreateReturn(_order, [new ReturnLineDraft(Shipped, 1)]);
        _client.Time.Advance(TimeSpan.FromMinutes(1));

        foreach (var (mutation, status) in new[] { ("returnClose", "CLOSED"), ("returnClose", "CLOSED"), ("returnReopen", "OPEN"), ("returnReopen", "OPEN") })
            Assert.Equal(status, (string?)(await ChangeAsync(mutation, made))["return"]!["status"]);
        Assert.Equal(ShopClient.Start, _order.UpdatedAt);
        for (var i = 0; i < 2; i++) Assert.Equal("CANCELED", (string?)(await ChangeAsync("returnCancel", made))["return"]!["status"]);
        Assert.Equal("Return status is invalid.", (string?)(await ChangeAsync("returnClose", made))["userErrors"]![0]!["message"]);
        Assert.Equal(OrderReturnStatus.NoReturn, _order.ReturnStatus);
        var refunded = Shop.CreateReturn(_order, [new ReturnLineDraft(Shipped, 1)]);
        Shop.Refund(_order, new RefundDraft { Lines = [new RefundLineDraft(_order.Lines[0], 1, RestockType.Return)], Return = refunded });
        Assert.Equal("Return is not cancelable.", (string?)(await ChangeAsync("returnCancel", refunded))["userErrors"]![0]!["message"]);
    }

    [Fact]
    public async Task Refund_of_what_came_back_leaves_the_rest_returnable()
    {
        var made = Shop.CreateReturn(_order, [new ReturnLineDraft(Shipped, 1)]);
        Shop.Refund(_order, new RefundDraft { Lines = [new RefundLineDraft(_order.Lines[0], 1, RestockType.Return)], Return = made, Note = "zurück" });

        Assert.Equal(1, await ReturnableAsync());
        var order = (await _client.QueryAsync(
            "query Q($id: ID!) { order(id: $id) { refunds(first: 5) { note return { id } refundLineItems(first: 5) { nodes { quantity restockType } } } returns(first: 5, query: \"status:open\") { nodes { returnLineItems(first: 5) { nodes { refundedQuantity } } } } } }",
            new { id = _order.Gid }))["data"]!["order"]!;
        Assert.Equal(("zurück", made.Gid), ((string?)order["refunds"]![0]!["note"], (string?)order["refunds"]![0]!["return"]!["id"]));
        Assert.Equal(1, (int)order["returns"]!["nodes"]![0]!["returnLineItems"]!["nodes"]![0]!["refundedQuantity"]!);
    }

    [Fact]
    public async Task Reasons_come_from_the_library_and_the_scope_is_needed()
    {
        var reasons = (await _client.QueryAsync("{ returnReasonDefinitions(first: 250, handles: [\"too-big\", \"other-reason\"]) { nodes { id handle } } }"))["data"]!["returnReasonDefinitions"]!["nodes"]!.AsArray();
        Assert.Equal(["gid://shopify/ReturnReasonDefinition/5", "gid://shopify/ReturnReasonDefinition/8"], reasons.Select(r => (string?)r!["id"]));

        Shop.Options = Shop.Options with { Scopes = ["write_orders"] };
        var denied = await _client.QueryAsync(Create, new { input = new { orderId = _order.Gid, returnLineItems = new[] { Line(Shipped.Id, 1) } } });
        Assert.Equal("ACCESS_DENIED", (string?)denied["errors"]![0]!["extensions"]!["code"]);
    }

    private async Task<JsonNode> CreateAsync(params object[] lines) =>
        (await _client.QueryAsync(Create, new { input = new { orderId = _order.Gid, returnLineItems = lines } }))["data"]!["returnCreate"]!;

    private async Task<JsonNode> ChangeAsync(string mutation, Return target) =>
        (await _client.QueryAsync($"mutation M($id: ID!) {{ {mutation}(id: $id) {{ return {{ status }} userErrors {{ message code }} }} }}", new { id = target.Gid }))["data"]![mutation]!;

    private async Task<int> ReturnableAsync()
    {
        var answer = await _client.QueryAsync(
            "query Q($id: ID!) { returnableFulfillments(orderId: $id, first: 5) { nodes { fulfillment { id } returnableFulfillmentLineItems(first: 5) { nodes { quantity fulfillmentLineItem { id } } } } } }", new { id = _order.Gid });
        return answer["data"]!["returnableFulfillments"]!["nodes"]!.AsArray().Sum(f => f!["returnableFulfillmentLineItems"]!["nodes"]!.AsArray().Sum(l => (int)l!["quantity"]!));
    }

    private static object Line(long shipped, int quantity, int? reason = 2) => new
    {
        fulfillmentLineItemId = Gids.Of("FulfillmentLineItem", shipped),
        quantity,
        returnReasonDefinitionId = reason is { } id ? Gids.Of("ReturnReasonDefinition", id) : null,
    };
}
