using System.Text.Json;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Shopify.Fulfillments;

/// <summary>What a shop may answer that the sandbox's shop does not.</summary>
public sealed class FulfillmentDestinationTests : IDisposable
{
    private const string OrderKey = "gid://shopify/Order/1";
    private const string Made = """{"data":{"fulfillmentCreate":{"fulfillment":{"id":"gid://shopify/Fulfillment/9"},"userErrors":[]}}}""";

    private readonly ShopFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Order_that_the_shop_does_not_show_is_left_out_by_name()
    {
        _fixture.Shop.On("ShippingByIds", """{"data":{"nodes":[null]}}""");

        var result = await WriteAsync();

        Assert.Equal((WriteStatus.LeftOut, ReasonCodes.OrderGone), (result.Status, result.Failure!.Code));
        Assert.Contains("1001", result.Failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    // Fulfilment orders (status, actions, remaining pieces), and what becomes of a packing of two.
    [InlineData("", ReasonCodes.FulfillmentOrdersHidden)]
    [InlineData("OPEN REQUEST_FULFILLMENT 2", "FulfillmentNotAllowed")]
    [InlineData("ON_HOLD RELEASE_HOLD 2", RefusalCodes.HoldInShop)]
    [InlineData("SCHEDULED MARK_AS_OPEN 2", RefusalCodes.HoldInShop)]
    [InlineData("OPEN CREATE_FULFILLMENT 1;ON_HOLD RELEASE_HOLD 1", RefusalCodes.HoldInShop)]
    [InlineData("CLOSED - 2", ReasonCodes.AlreadyFulfilled)]
    [InlineData("INCOMPLETE - 2", "FulfillmentNotAllowed")]
    public async Task What_cannot_be_told_says_why_and_nothing_is_sent(string orders, string code)
    {
        _fixture.Shop.On("ShippingByIds", Order(orders));

        Assert.Equal(code, (await WriteAsync()).Failure!.Code);
        Assert.Empty(_fixture.Shop.VariablesOf("FulfillmentCreate"));
    }

    [Fact]
    public async Task Parts_of_one_location_are_told_together_and_each_location_apart()
    {
        _fixture.Shop.On("ShippingByIds", Order("OPEN CREATE_FULFILLMENT 1 L1 Hamburg;OPEN CREATE_FULFILLMENT 1 L1 Berlin;IN_PROGRESS CREATE_FULFILLMENT 3 L2 Berlin"))
            .On("FulfillmentCreate", Made, Made.Replace("/9", "/10", StringComparison.Ordinal));

        var result = await WriteAsync(Goods() with { Lines = [new PackedLine("L1", "MUG", 2), new PackedLine("L2", "CUP", 1)] });

        Assert.Equal((WriteStatus.Done, "gid://shopify/Fulfillment/9 gid://shopify/Fulfillment/10"), (result.Status, result.Id));
        Assert.Equal(
            ["FO1/1x1 FO2/2x1", "FO0/0x1"],
            _fixture.Shop.VariablesOf("FulfillmentCreate").Select(Pieces));
    }

    [Fact]
    public async Task Refusal_for_a_change_meanwhile_reads_again_and_gives_up_after_a_few_times()
    {
        _fixture.Shop.On("ShippingByIds", Order("OPEN CREATE_FULFILLMENT 2"))
            .On("FulfillmentCreate", """{"data":{"fulfillmentCreate":{"fulfillment":null,"userErrors":[{"field":["fulfillment"],"message":"Fulfillment order does not exist."}]}}}""");

        var result = await WriteAsync();

        Assert.Equal((WriteStatus.Refused, "FulfillmentOrderChanged"), (result.Status, result.Failure!.Code));
        Assert.Equal(3, _fixture.Shop.VariablesOf("FulfillmentCreate").Count());
    }

    [Fact]
    public async Task Answer_without_shipment_or_refusal_is_no_success()
    {
        _fixture.Shop.On("ShippingByIds", Order("OPEN CREATE_FULFILLMENT 2"))
            .On("FulfillmentCreate", """{"data":{"fulfillmentCreate":{"fulfillment":null,"userErrors":[]}}}""");

        Assert.Equal((WriteStatus.Unknown, "NoFulfillment"), ((await WriteAsync()) is var result ? (result.Status, result.Failure!.Code) : default));
    }

    [Fact]
    public async Task Refused_access_ends_the_batch_and_nothing_more_is_tried()
    {
        _fixture.Shop.On("ShippingByIds", Order("OPEN CREATE_FULFILLMENT 2"))
            .On("FulfillmentCreate", """{"data":null,"errors":[{"message":"no","extensions":{"code":"ACCESS_DENIED","requiredAccess":"`write_merchant_managed_fulfillment_orders`"}}]}""");
        var second = Goods() with { Key = "7002" };

        var results = await _fixture.RunAsync(Destination().WriteAsync([Write(Goods()), Write(second)], default));

        Assert.All(results, result => Assert.Equal((WriteStatus.Refused, FailureKind.Authorization), (result.Status, result.Failure!.Kind)));
        Assert.Single(_fixture.Shop.VariablesOf("FulfillmentCreate"));
    }

    [Fact]
    public async Task Shipments_that_are_too_long_for_one_answer_are_read_to_their_end_before_anything_is_told()
    {
        var first = Order("OPEN CREATE_FULFILLMENT 2").Replace(
            "\"fulfillments\":[]",
            """
            "fulfillments":[{"id":"gid://shopify/Fulfillment/5","status":"SUCCESS","location":null,"trackingInfo":[{"number":"T-1","url":null,"company":null}],
             "fulfillmentLineItems":{"pageInfo":{"hasNextPage":true,"endCursor":"c"},"nodes":[]}}]
            """,
            StringComparison.Ordinal);
        _fixture.Shop.On("ShippingByIds", first)
            .On("FulfillmentLines", """{"data":{"node":{"fulfillmentLineItems":{"pageInfo":{"hasNextPage":false,"endCursor":null},"nodes":[{"quantity":2,"lineItem":{"id":"L1"}}]}}}}""");

        var result = await WriteAsync();

        Assert.Equal((WriteStatus.Done, "gid://shopify/Fulfillment/5", OutcomeKind.Unchanged), (result.Status, result.Id, result.Became));
        Assert.Empty(_fixture.Shop.VariablesOf("FulfillmentCreate"));
    }

    private static string Pieces(JsonElement variables) => string.Join(' ', variables.GetProperty("fulfillment").GetProperty("lineItemsByFulfillmentOrder").EnumerateArray()
        .SelectMany(order => order.GetProperty("fulfillmentOrderLineItems").EnumerateArray()
            .Select(line => $"{order.GetProperty("fulfillmentOrderId").GetString()}/{line.GetProperty("id").GetString()}x{line.GetProperty("quantity").GetInt32()}"))
        .Order(StringComparer.Ordinal));

    private static string Order(string fulfillmentOrders)
    {
        var nodes = fulfillmentOrders.Split(';', StringSplitOptions.RemoveEmptyEntries).Select((text, index) =>
        {
            var words = text.Split(' ');
            var (line, location) = (words.ElementAtOrDefault(3) ?? "L1", words.ElementAtOrDefault(4) ?? "Berlin");
            var actions = words[1] == "-" ? "" : $$"""{"action":"{{words[1]}}"}""";
            return $$$"""
                {"id":"FO{{{index}}}","status":"{{{words[0]}}}","assignedLocation":{"name":"x","location":{"id":"loc-{{{location}}}"}},"deliveryMethod":null,"fulfillmentHolds":[],
                 "supportedActions":[{{{actions}}}],
                 "lineItems":{"pageInfo":{"hasNextPage":false,"endCursor":null},"nodes":[{"id":"{{{index}}}","remainingQuantity":{{{words[2]}}},"lineItem":{"id":"{{{line}}}"}}]}}
                """;
        });
        return $$$"""
            {"data":{"nodes":[{"id":"{{{OrderKey}}}","name":"#1001","updatedAt":"2026-11-23T12:00:00Z","cancelledAt":null,
             "fulfillmentOrders":{"pageInfo":{"hasNextPage":false,"endCursor":null},"nodes":[{{{string.Join(',', nodes)}}}]},"fulfillments":[]}]}}
            """;
    }

    private static PackedGoods Goods() => new()
    {
        Key = "7001", Number = "1001", Account = "shopify:acme", OrderKey = OrderKey, LocationKey = "loc-Berlin", State = PackingState.Packed, UpdatedAt = Some.Morning,
        Lines = [new PackedLine("L1", "MUG", 2)], Parcels = [new Parcel { Trackings = [new Tracking("T-1", null, "dhl")] }], Telling = new ShipmentTelling(false),
    };

    private static Write<PackedGoods> Write(PackedGoods goods) => new(WriteOperation.Create, new RecordRef("pulpo:x", goods.Key, "", goods.Number), goods);

    private IDestination<PackedGoods> Destination() => _fixture.Connect().Destination<PackedGoods>()!;

    private async Task<WriteResult> WriteAsync(PackedGoods? goods = null) =>
        Assert.Single(await _fixture.RunAsync(Destination().WriteAsync([Write(goods ?? Goods())], default)));
}
