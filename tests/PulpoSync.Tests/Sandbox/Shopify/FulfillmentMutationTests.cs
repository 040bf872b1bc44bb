using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class FulfillmentMutationTests : IAsyncLifetime
{
    private const string Create = """
        mutation Create($fulfillment: FulfillmentInput!) {
          fulfillmentCreate(fulfillment: $fulfillment) {
            fulfillment { id name status displayStatus trackingInfo(first: 5) { company number url } fulfillmentLineItems(first: 5) { nodes { quantity lineItem { id } } } }
            userErrors { field message }
          }
        }
        """;

    private ShopClient _client = null!;

    private ShopifyShop Shop => _client.Shop;

    public async Task InitializeAsync() => _client = await ShopClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Create_ships_so_many_of_a_line_and_records_tracking_and_message()
    {
        var order = Order(new OrderLineDraft { Sku = "A", Quantity = 3 }, new OrderLineDraft { Sku = "B" });
        var part = order.FulfillmentOrders[0];

        var made = await CreateAsync(
            Input([Group(part, (part.Lines[0].Id, 2))], new { company = "DHL", numbers = new[] { "1", "2" }, urls = new[] { "https://t/1", "https://t/2" } }, notify: true));

        var shown = made["fulfillment"]!;
        Assert.Equal(("SUCCESS", "FULFILLED", $"{order.Name}-F1"), ((string?)shown["status"], (string?)shown["displayStatus"], (string?)shown["name"]));
        Assert.Equal([("DHL", "1", "https://t/1"), ("DHL", "2", "https://t/2")],
            shown["trackingInfo"]!.AsArray().Select(t => ((string)t!["company"]!, (string)t["number"]!, (string)t["url"]!)));
        Assert.Equal(2, (int)Assert.Single(shown["fulfillmentLineItems"]!["nodes"]!.AsArray())!["quantity"]!);
        Assert.Equal([1, 1], part.Lines.Select(l => l.RemainingQuantity));
        Assert.Equal(FulfillmentStatus.PartiallyFulfilled, order.FulfillmentStatus);
        Assert.Equal(1, order.Fulfillments[0].Notifications);
        Assert.Equal(NotificationKind.Shipped, Assert.Single(Shop.Notifications).Kind);
    }

    [Fact]
    public async Task Create_without_lines_ships_all_that_remains_and_tells_nobody()
    {
        var order = Order(new OrderLineDraft { Sku = "A", Quantity = 3 }, new OrderLineDraft { Sku = "B" });

        await CreateAsync(Input([Group(order.FulfillmentOrders[0])]));

        Assert.Equal(FulfillmentStatus.Fulfilled, order.FulfillmentStatus);
        Assert.Equal([3, 1], order.Fulfillments[0].Lines.Select(l => l.Quantity));
        Assert.Empty(Shop.Notifications);
    }

    [Fact]
    public async Task Create_joins_parts_of_one_order_and_location_into_one_line()
    {
        var order = Order(new OrderLineDraft { Sku = "A", Quantity = 2 });
        var other = Shop.Split(order.FulfillmentOrders[0], order.Lines[0], 1);

        await CreateAsync(Input([Group(order.FulfillmentOrders[0]), Group(other)]));

        Assert.Equal(2, Assert.Single(Assert.Single(order.Fulfillments).Lines).Quantity);
        Assert.All(order.FulfillmentOrders, f => Assert.Equal(FulfillmentOrderStatus.Closed, f.Status));
    }

    [Theory]
    [InlineData("zero", "Quantity must be greater than 0", "fulfillment/lineItemsByFulfillmentOrder/1/fulfillmentOrderLineItems/0/quantity")]
    [InlineData("unknown order", "Fulfillment order does not exist.", "fulfillment")]
    [InlineData("unknown line", "Fulfillment order line item does not exist.", "fulfillment")]
    [InlineData("too many", "Invalid fulfillment order line item quantity requested.", "fulfillment")]
    [InlineData("closed", "Fulfillment order {0} has an unfulfillable status= closed.", "fulfillment")]
    [InlineData("on hold", "Fulfillment order {0} has an unfulfillable status= on_hold.", "fulfillment")]
    [InlineData("other order", "All fulfillment orders must belong to the same order. Multiple orders with ids [{1}, {2}] were found.", "fulfillment")]
    [InlineData("other location", "All fulfillment orders must be assigned to a single location. Multiple locations with ids [{3}, {4}] were found.", "fulfillment")]
    public async Task Create_refuses_in_Shopifys_words_and_ships_nothing(string what, string message, string field)
    {
        var order = Order(new OrderLineDraft { Sku = "A", Quantity = 2 }, new OrderLineDraft { Sku = "B", Location = "Hamburg" });
        var (first, second) = (order.FulfillmentOrders[0], order.FulfillmentOrders[1]);
        var other = Order(new OrderLineDraft { Sku = "A" });
        if (what == "closed") Shop.Cancel(order);
        if (what == "on hold") Shop.Hold(first);

        var refused = await CreateAsync(Input(what switch
        {
            "zero" => [Group(first, (first.Lines[0].Id, 1)), Group(second, (second.Lines[0].Id, 0))],
            "unknown order" => [Group(first), new { fulfillmentOrderId = "gid://shopify/FulfillmentOrder/999" }],
            "unknown line" => [Group(first, (999, 1))],
            "too many" => [Group(first, (first.Lines[0].Id, 3))],
            "other order" => [Group(first), Group(other.FulfillmentOrders[0])],
            "other location" => [Group(first), Group(second)],
            _ => [Group(first)],
        }));

        var error = Assert.Single(refused["userErrors"]!.AsArray())!;
        Assert.Equal(string.Format(null, message, first.Id, order.Id, other.Id, first.Location.Id, second.Location.Id), (string?)error["message"]);
        Assert.Equal(field, string.Join('/', error["field"]!.AsArray().Select(f => (string)f!)));
        Assert.Null(refused["fulfillment"]);
        Assert.Empty(order.Fulfillments);
    }

    [Fact]
    public async Task Create_again_ships_again()
    {
        var order = Order(new OrderLineDraft { Sku = "A", Quantity = 2 });
        var part = order.FulfillmentOrders[0];

        await CreateAsync(Input([Group(part, (part.Lines[0].Id, 1))]));
        await CreateAsync(Input([Group(part, (part.Lines[0].Id, 1))]));

        Assert.Equal(2, order.Fulfillments.Count);
    }

    [Fact]
    public async Task Id_of_another_kind_fails_the_mutation()
    {
        var answer = await _client.QueryAsync(Create, new { fulfillment = new { lineItemsByFulfillmentOrder = new[] { new { fulfillmentOrderId = "gid://shopify/Order/1" } } } });

        Assert.Equal(("invalid id", "RESOURCE_NOT_FOUND"), ((string?)answer["errors"]![0]!["message"], (string?)answer["errors"]![0]!["extensions"]!["code"]));
        Assert.Null(answer["data"]!["fulfillmentCreate"]);
    }

    [Fact]
    public async Task Tracking_can_be_changed_and_a_shipment_cancelled_even_twice()
    {
        var order = Order(new OrderLineDraft { Sku = "A" });
        var id = Gids.Of("Fulfillment", Shop.Fulfill(order.FulfillmentOrders[0]).Id);

        var changed = await _client.QueryAsync(
            "mutation M($id: ID!, $t: FulfillmentTrackingInput!) { fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: $t, notifyCustomer: true) { fulfillment { trackingInfo { number } } userErrors { message } } }",
            new { id, t = new { number = "77", company = "UPS" } });
        Assert.Equal("77", (string?)changed["data"]!["fulfillmentTrackingInfoUpdate"]!["fulfillment"]!["trackingInfo"]![0]!["number"]);
        Assert.Equal(NotificationKind.TrackingChanged, Assert.Single(Shop.Notifications).Kind);
        for (var i = 0; i < 2; i++)
        {
            var cancelled = await _client.QueryAsync("mutation M($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { status } userErrors { message } } }", new { id });
            Assert.Equal("CANCELLED", (string?)cancelled["data"]!["fulfillmentCancel"]!["fulfillment"]!["status"]);
        }
        Assert.Equal([FulfillmentOrderStatus.Closed, FulfillmentOrderStatus.Open], order.FulfillmentOrders.Select(f => f.Status));
    }

    [Fact]
    public async Task Without_the_scope_nothing_is_shipped()
    {
        var order = Order(new OrderLineDraft { Sku = "A" });
        Shop.Options = Shop.Options with { Scopes = ["read_orders", "read_merchant_managed_fulfillment_orders"] };

        var answer = await _client.QueryAsync(Create, new { fulfillment = Input([Group(order.FulfillmentOrders[0])]) });

        Assert.Equal("ACCESS_DENIED", (string?)answer["errors"]![0]!["extensions"]!["code"]);
        Assert.Empty(order.Fulfillments);
    }

    [Fact]
    public async Task Note_and_tags_are_replaced_and_tags_removed_whatever_their_case()
    {
        var order = Order(new OrderLineDraft { Sku = "A" });
        const string update = "mutation M($input: OrderInput!) { orderUpdate(input: $input) { order { note tags } userErrors { field message } } }";

        await _client.QueryAsync(update, new { input = new { id = order.Gid, note = "Nachricht", tags = new[] { "b", "A, c" } } });
        Assert.Equal("Nachricht", order.Note);
        Assert.Equal(["b", "A", "c"], order.Tags);
        var removed = await _client.QueryAsync(
            "mutation M($id: ID!) { tagsRemove(id: $id, tags: [\"a\", \"missing\"]) { node { ... on Order { tags } } userErrors { message } } }", new { id = order.Gid });
        Assert.Equal(["b", "c"], removed["data"]!["tagsRemove"]!["node"]!["tags"]!.AsArray().Select(t => (string)t!));
        var empty = await _client.QueryAsync(update, new { input = new { id = order.Gid } });
        Assert.Equal("No valid update parameters have been provided", (string?)empty["data"]!["orderUpdate"]!["userErrors"]![0]!["message"]);
        var unknown = await _client.QueryAsync(update, new { input = new { id = "gid://shopify/Order/1", note = (string?)null } });
        Assert.Equal("Order does not exist", (string?)unknown["data"]!["orderUpdate"]!["userErrors"]![0]!["message"]);
    }

    private Order Order(params OrderLineDraft[] lines) => Shop.CreateOrder(new OrderDraft { Lines = lines });

    private async Task<JsonNode> CreateAsync(object input) => (await _client.QueryAsync(Create, new { fulfillment = input }))["data"]!["fulfillmentCreate"]!;

    private static object Input(object[] groups, object? tracking = null, bool notify = false) =>
        new { lineItemsByFulfillmentOrder = groups, notifyCustomer = notify, trackingInfo = tracking };

    private static object Group(FulfillmentOrder order, params (long Line, int Quantity)[] lines) => new
    {
        fulfillmentOrderId = Gids.Of("FulfillmentOrder", order.Id),
        fulfillmentOrderLineItems = lines.Select(l => new { id = Gids.Of("FulfillmentOrderLineItem", l.Line), quantity = l.Quantity }),
    };
}
