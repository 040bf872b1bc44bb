using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox.Shopify;

public sealed class FulfillmentTests : IAsyncLifetime
{
    private ShopClient _client = null!;

    private ShopifyShop Shop => _client.Shop;

    public async Task InitializeAsync() => _client = await ShopClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Create_makes_one_fulfilment_order_per_location_and_kind_of_delivery()
    {
        var order = Create(new OrderLineDraft { Sku = "A" }, new OrderLineDraft { Sku = "B", Location = "Hamburg" }, new OrderLineDraft { Sku = "C", RequiresShipping = false });

        var parts = Parts(await ReadAsync(order));

        Assert.Equal(
            ["Berlin SHIPPING", "Hamburg SHIPPING", "Berlin NONE"],
            parts.Select(p => $"{(string)p["assignedLocation"]!["location"]!["name"]!} {(string)p["deliveryMethod"]!["methodType"]!}"));
    }

    [Fact]
    public async Task Hold_and_release_move_the_fulfilment_orders_time_and_not_the_orders()
    {
        var order = Create(new OrderLineDraft { Sku = "A" });
        _client.Time.Advance(TimeSpan.FromMinutes(5));

        Shop.Hold(order.FulfillmentOrders[0], HoldReason.IncorrectAddress);
        var held = await ReadAsync(order);
        _client.Time.Advance(TimeSpan.FromMinutes(5));
        Shop.ReleaseHold(order.FulfillmentOrders[0]);
        var released = await ReadAsync(order);

        Assert.Equal("ON_HOLD", (string?)held["displayFulfillmentStatus"]);
        Assert.Equal("INCORRECT_ADDRESS", (string?)Parts(held)[0]["fulfillmentHolds"]![0]!["reason"]);
        Assert.Equal(["RELEASE_HOLD", "HOLD", "MOVE"], Actions(Parts(held)[0]));
        Assert.Equal("2026-11-22T10:05:00Z", (string?)Parts(held)[0]["updatedAt"]);
        Assert.Equal("2026-11-22T10:10:00Z", (string?)Parts(released)[0]["updatedAt"]);
        Assert.Equal("OPEN", (string?)Parts(released)[0]["status"]);
        Assert.Equal("2026-11-22T10:00:00Z", (string?)held["updatedAt"]);
        Assert.Equal("2026-11-22T10:00:00Z", (string?)released["updatedAt"]);
    }

    [Fact]
    public async Task Move_of_a_whole_fulfilment_order_keeps_its_id()
    {
        var order = Create(new OrderLineDraft { Sku = "A" });
        var before = Parts(await ReadAsync(order))[0];

        Shop.Move(order.FulfillmentOrders[0], Shop.Locations[1]);

        var after = Assert.Single(Parts(await ReadAsync(order)));
        Assert.Equal((string?)before["id"], (string?)after["id"]);
        Assert.Equal("Hamburg", (string?)after["assignedLocation"]!["location"]!["name"]);
    }

    [Fact]
    public async Task Move_of_a_part_makes_a_new_fulfilment_order()
    {
        var order = Create(new OrderLineDraft { Sku = "A", Quantity = 3 });
        var before = (string?)Parts(await ReadAsync(order))[0]["id"];

        Shop.Move(order.FulfillmentOrders[0], Shop.Locations[1], order.Lines[0], 1);

        var parts = Parts(await ReadAsync(order));
        Assert.Equal(2, parts.Count);
        Assert.Equal((before, 2), ((string?)parts[0]["id"], Remaining(parts[0])));
        Assert.NotEqual(before, (string?)parts[1]["id"]);
        Assert.Equal(1, Remaining(parts[1]));
        Assert.Equal("Hamburg", (string?)parts[1]["assignedLocation"]!["location"]!["name"]);
    }

    [Fact]
    public async Task Move_to_where_the_order_has_a_fulfilment_order_already_closes_both_for_a_new_one()
    {
        var order = Create(new OrderLineDraft { Sku = "A" }, new OrderLineDraft { Sku = "B", Location = "Hamburg" });

        Shop.Move(order.FulfillmentOrders[0], Shop.Locations[1]);

        var parts = Parts(await ReadAsync(order));
        Assert.Equal(["CLOSED", "CLOSED", "OPEN"], parts.Select(p => (string?)p["status"]));
        Assert.Equal(2, parts[2]["lineItems"]!["nodes"]!.AsArray().Count);
        Assert.Empty(Actions(parts[0]));
    }

    [Fact]
    public async Task Cancelled_order_stays_unfulfilled_with_closed_fulfilment_orders_that_still_have_a_remainder()
    {
        var order = Create(new OrderLineDraft { Sku = "A", Quantity = 2 });
        _client.Time.Advance(TimeSpan.FromMinutes(1));

        Shop.Cancel(order);

        var read = await ReadAsync(order);
        Assert.Equal("2026-11-22T10:01:00Z", (string?)read["cancelledAt"]);
        Assert.Equal("UNFULFILLED", (string?)read["displayFulfillmentStatus"]);
        var part = Assert.Single(Parts(read));
        Assert.Equal(("CLOSED", 2), ((string?)part["status"], Remaining(part)));
        Assert.Empty(Actions(part));
    }

    [Fact]
    public async Task Fulfil_in_part_and_then_whole_shows_tracking_and_statuses()
    {
        var order = Create(new OrderLineDraft { Sku = "A", Quantity = 2 });

        Shop.Fulfill(order.FulfillmentOrders[0], order.Lines[0], 1, new TrackingInfo("DHL", "0034", null));
        var partly = await ReadAsync(order);
        Shop.Fulfill(order.FulfillmentOrders[0]);
        var fully = await ReadAsync(order);

        Assert.Equal("PARTIALLY_FULFILLED", (string?)partly["displayFulfillmentStatus"]);
        Assert.Equal(1, Remaining(Parts(partly)[0]));
        Assert.Equal(1, (int)partly["lineItems"]!["nodes"]![0]!["unfulfilledQuantity"]!);
        Assert.Equal("0034", (string?)partly["fulfillments"]![0]!["trackingInfo"]![0]!["number"]);
        Assert.Equal("FULFILLED", (string?)fully["displayFulfillmentStatus"]);
        Assert.Equal("CLOSED", (string?)Parts(fully)[0]["status"]);
    }

    [Fact]
    public async Task Cancelled_fulfilment_brings_a_new_fulfilment_order()
    {
        var order = Create(new OrderLineDraft { Sku = "A", Quantity = 2 });
        var fulfillment = Shop.Fulfill(order.FulfillmentOrders[0]);

        Shop.CancelFulfillment(fulfillment);

        var read = await ReadAsync(order);
        Assert.Equal("UNFULFILLED", (string?)read["displayFulfillmentStatus"]);
        Assert.Equal(["CLOSED", "OPEN"], Parts(read).Select(p => (string?)p["status"]));
        Assert.Equal(2, Remaining(Parts(read)[1]));
        Assert.Equal(("CANCELLED", "CANCELED"), ((string?)read["fulfillments"]![0]!["status"], (string?)read["fulfillments"]![0]!["displayStatus"]));
        Assert.Throws<InvalidOperationException>(() => Shop.CancelFulfillment(fulfillment));
    }

    [Fact]
    public void Shop_that_archives_does_so_with_what_is_paid_and_shipped()
    {
        Shop.Options = Shop.Options with { ArchivesOrders = true };
        var order = Create(new OrderLineDraft { Sku = "A", Quantity = 2 });

        Shop.Fulfill(order.FulfillmentOrders[0], order.Lines[0], 1);
        Assert.Null(order.ClosedAt);
        var last = Shop.Fulfill(order.FulfillmentOrders[0]);
        Assert.NotNull(order.ClosedAt);
        Shop.CancelFulfillment(last);
        Assert.Null(order.ClosedAt);
    }

    [Fact]
    public async Task Refund_of_a_part_lowers_the_current_quantity_and_not_the_ordered_one()
    {
        var order = Create(new OrderLineDraft { Sku = "A", Quantity = 3 });

        Shop.Refund(order, order.Lines[0], 1);

        var read = await ReadAsync(order);
        var line = read["lineItems"]!["nodes"]![0]!;
        Assert.Equal((3, 2, 1), ((int)line["quantity"]!, (int)line["currentQuantity"]!, (int)line["nonFulfillableQuantity"]!));
        Assert.Equal("PARTIALLY_REFUNDED", (string?)read["displayFinancialStatus"]);
        Assert.Equal(2, Remaining(Parts(read)[0]));
    }

    [Fact]
    public async Task Refund_of_all_leaves_nothing_to_ship()
    {
        var order = Create(new OrderLineDraft { Sku = "A", Quantity = 3 });

        Shop.Refund(order);

        var read = await ReadAsync(order);
        Assert.Equal("REFUNDED", (string?)read["displayFinancialStatus"]);
        Assert.Equal("CLOSED", (string?)Assert.Single(Parts(read))["status"]);
    }

    [Theory]
    [InlineData(5, 5, 5, 5)]
    [InlineData(1, 2, 1, 1)]
    [InlineData(0, 2, 0, 0)]
    public async Task SetQuantity_changes_what_is_to_ship(int wanted, int quantity, int current, int remaining)
    {
        var order = Create(new OrderLineDraft { Sku = "A", Quantity = 2 }, new OrderLineDraft { Sku = "B" });

        Shop.SetQuantity(order.Lines[0], wanted);

        var read = await ReadAsync(order);
        var line = read["lineItems"]!["nodes"]![0]!;
        Assert.Equal((quantity, current), ((int)line["quantity"]!, (int)line["currentQuantity"]!));
        Assert.Equal(remaining + 1, Remaining(Parts(read)[0]));
    }

    [Fact]
    public async Task AddLine_after_all_is_shipped_brings_a_new_fulfilment_order()
    {
        var order = Create(new OrderLineDraft { Sku = "A" });
        Shop.Fulfill(order.FulfillmentOrders[0]);

        Shop.AddLine(order, new OrderLineDraft { Sku = "B", Quantity = 4 });

        var read = await ReadAsync(order);
        Assert.Equal("PARTIALLY_FULFILLED", (string?)read["displayFulfillmentStatus"]);
        Assert.Equal(4, Remaining(Parts(read)[1]));
    }

    [Fact]
    public async Task Fulfilment_orders_list_leaves_closed_ones_out_unless_asked()
    {
        var order = Create(new OrderLineDraft { Sku = "A" }, new OrderLineDraft { Sku = "B", Location = "Hamburg" });
        Shop.Fulfill(order.FulfillmentOrders[0]);

        var data = (await _client.QueryAsync("{ open: fulfillmentOrders(first: 5) { nodes { id } } all: fulfillmentOrders(first: 5, includeClosed: true, sortKey: UPDATED_AT) { nodes { id } } }"))["data"]!;

        Assert.Single(data["open"]!["nodes"]!.AsArray());
        Assert.Equal(2, data["all"]!["nodes"]!.AsArray().Count);
    }

    private Order Create(params OrderLineDraft[] lines) => Shop.CreateOrder(new OrderDraft { Lines = lines });

    private async Task<JsonNode> ReadAsync(Order order) => (await _client.QueryAsync(Documents.Order, new { id = order.Gid }))["data"]!["order"]!;

    private static List<JsonNode> Parts(JsonNode order) => [.. order["fulfillmentOrders"]!["nodes"]!.AsArray().Select(n => n!)];

    private static int Remaining(JsonNode part) => part["lineItems"]!["nodes"]!.AsArray().Sum(l => (int)l!["remainingQuantity"]!);

    private static IEnumerable<string> Actions(JsonNode part) => part["supportedActions"]!.AsArray().Select(a => (string)a!["action"]!);
}
