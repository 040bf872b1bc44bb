using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Shopify;

public class OrderReaderTests
{
    [Fact]
    public void Read_takes_over_everything_of_an_ordinary_order()
    {
        var order = Read(_ => { });

        Assert.Equal(("gid://shopify/Order/1001", "1001", "#1001"), (order.Key, order.Number, order.Name));
        Assert.Equal(("PAID", "UNFULFILLED", "web", "ACCEPT"), (order.FinancialStatus, order.FulfillmentStatus, order.Channel, order.Risk));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero), order.UpdatedAt);
        Assert.Equal(["Lieferung: 2026-11-30"], order.Tags);
        Assert.Equal("", order.Attributes["gift"]);
        Assert.Equal(new Customer { Key = "gid://shopify/Customer/77", Name = "Ada Example", Email = "ada@example.com" }, order.Customer);
        Assert.Equal(("Musterweg 5", "DE"), (order.ShipTo!.Line1, order.ShipTo.CountryCode));
        Assert.False(order.PersonalDataWithheld);
        Assert.Equal(("EUR", "CHF", true), (order.Currency, order.CustomerCurrency, order.TaxesIncluded));
        Assert.Equal((new Money(28.7m, "EUR"), new Money(4.9m, "EUR")), (order.Total, order.Shipping));
        var line = Assert.Single(order.Lines);
        Assert.Equal(("gid://shopify/LineItem/1", "SKU-1", "Mug 1 - blue", "Home & Garden/Kitchen/Mugs"), (line.Key, line.Sku, line.Title, line.CategoryPath));
        Assert.Equal((2, new Money(11.9m, "EUR"), new Money(3.8m, "EUR"), 0.19m), (line.Quantity, line.UnitPrice, line.Tax, line.TaxRate));
        var open = Assert.Single(order.FulfillmentOrders);
        Assert.Equal((FulfillmentState.Open, "gid://shopify/Location/5", "Berlin"), (open.State, open.LocationKey, open.LocationName));
        Assert.Equal([new LineQuantity("gid://shopify/LineItem/1", 2)], open.Remaining);
    }

    [Fact]
    public void Read_counts_what_is_still_wanted_after_a_refund()
    {
        var line = Assert.Single(Read(order => order["lineItems"]!["nodes"]![0]!["currentQuantity"] = 1).Lines);

        Assert.Equal((1, new Money(1.9m, "EUR")), (line.Quantity, line.Tax));
    }

    [Fact]
    public void Read_survives_a_line_whose_product_is_gone_and_that_has_no_sku()
    {
        var line = Assert.Single(Read(order =>
        {
            var node = order["lineItems"]!["nodes"]![0]!.AsObject();
            foreach (var name in new[] { "sku", "variant", "product" }) node[name] = null;
            node["taxLines"] = new JsonArray();
        }).Lines);

        Assert.Equal((null, null, null, null), (line.Sku, line.ProductKey, line.CategoryPath, line.TaxRate));
        Assert.Null(line.Tax);
    }

    [Theory]
    [InlineData("OPEN", FulfillmentState.Open)]
    [InlineData("in_progress", FulfillmentState.InProgress)]
    [InlineData("ON_HOLD", FulfillmentState.OnHold)]
    [InlineData("SCHEDULED", FulfillmentState.Scheduled)]
    [InlineData("CLOSED", FulfillmentState.Closed)]
    [InlineData("CANCELLED", FulfillmentState.Closed)]
    [InlineData("INCOMPLETE", FulfillmentState.Other)]
    [InlineData("NEW_IN_2030", FulfillmentState.Other)]
    public void Read_maps_states_and_keeps_the_word(string word, FulfillmentState state)
    {
        var fulfillment = Assert.Single(Read(order => order["fulfillmentOrders"]!["nodes"]![0]!["status"] = word).FulfillmentOrders);

        Assert.Equal((state, word.ToUpperInvariant()), (fulfillment.State, fulfillment.StateText));
    }

    [Theory]
    [InlineData("SHIPPING", DeliveryKind.Shipping)]
    [InlineData("PICKUP_POINT", DeliveryKind.Shipping)]
    [InlineData("PICK_UP", DeliveryKind.PickUp)]
    [InlineData("LOCAL", DeliveryKind.Local)]
    [InlineData("RETAIL", DeliveryKind.Retail)]
    [InlineData("NONE", DeliveryKind.None)]
    [InlineData("DRONE", DeliveryKind.Other)]
    [InlineData(null, DeliveryKind.Shipping)]
    public void Read_maps_kinds_of_delivery(string? word, DeliveryKind kind)
    {
        var order = Read(o => o["fulfillmentOrders"]!["nodes"]![0]!["deliveryMethod"] = word is null ? null : new JsonObject { ["methodType"] = word });

        Assert.Equal(kind, order.FulfillmentOrders[0].Delivery);
    }

    [Fact]
    public void Read_names_the_reasons_of_a_hold_once_each()
    {
        var order = Read(o => o["fulfillmentOrders"]!["nodes"]![0]!["fulfillmentHolds"] =
            JsonNode.Parse("""[{"reason": "AWAITING_PAYMENT"}, {"reason": "OTHER"}, {"reason": "OTHER"}]"""));

        Assert.Equal("AWAITING_PAYMENT, OTHER", order.FulfillmentOrders[0].HoldReason);
    }

    [Fact]
    public void Read_gives_a_location_that_may_not_be_seen_by_its_name_alone()
    {
        var open = Read(o => o["fulfillmentOrders"]!["nodes"]![0]!["assignedLocation"]!["location"] = null).FulfillmentOrders[0];

        Assert.Equal((null, "Berlin"), (open.LocationKey, open.LocationName));
    }

    [Theory]
    [InlineData("SUCCESS", true)]
    [InlineData("OPEN", true)]
    [InlineData("CANCELLED", false)]
    [InlineData("ERROR", false)]
    [InlineData("FAILURE", false)]
    public void Read_tells_shipments_that_count_from_those_that_do_not(string status, bool active)
    {
        var order = Read(o => o["fulfillments"] = JsonNode.Parse($$$"""
            [{"id": "gid://shopify/Fulfillment/1", "status": "{{{status}}}", "location": {"id": "gid://shopify/Location/5"}, "trackingInfo": [{"number": "T1"}, {"number": ""}, {"number": null}],
              "fulfillmentLineItems": {"pageInfo": {"hasNextPage": false}, "nodes": [{"quantity": 1, "lineItem": {"id": "gid://shopify/LineItem/1"} }]} }]
            """));

        var shipment = Assert.Single(order.Shipments);
        Assert.Equal((active, "gid://shopify/Location/5"), (shipment.Active, shipment.LocationKey));
        Assert.Equal(["T1"], shipment.TrackingNumbers);
        Assert.Equal([new LineQuantity("gid://shopify/LineItem/1", 1)], shipment.Lines);
    }

    [Fact]
    public void Read_sees_an_address_of_which_only_the_open_parts_are_shown_as_withheld()
    {
        var order = Read(o =>
        {
            foreach (var name in new[] { "name", "firstName", "lastName", "address1", "zip" }) o["shippingAddress"]![name] = null;
        });

        Assert.True(order.PersonalDataWithheld);
        Assert.Equal("Berlin", order.ShipTo!.City);
    }

    [Fact]
    public void Read_sees_a_refused_address_as_withheld_and_a_missing_one_not()
    {
        Assert.True(Read(order => order["shippingAddress"] = null, addressRefused: true).PersonalDataWithheld);
        Assert.False(Read(order => order["shippingAddress"] = null).PersonalDataWithheld);
    }

    [Fact]
    public void Read_keeps_words_that_nobody_knows_yet()
    {
        var order = Read(o => (o["displayFinancialStatus"], o["displayFulfillmentStatus"]) = ("paid_twice", null));

        Assert.Equal(("PAID_TWICE", null), (order.FinancialStatus, order.FulfillmentStatus));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("createdAt")]
    [InlineData("updatedAt")]
    [InlineData("id")]
    public void Read_refuses_what_no_order_can_be_without(string field)
    {
        var order = ShopJson.Order();
        order[field] = null;

        Assert.Null(OrderReader.Read(Parts(order), addressRefused: false));
    }

    [Fact]
    public void Read_survives_any_field_missing_null_or_of_another_kind()
    {
        foreach (var name in ShopJson.Order().Select(pair => pair.Key).Except(["id", "name", "createdAt", "updatedAt"]))
        {
            foreach (var change in new Action<JsonObject>[] { o => o.Remove(name), o => o[name] = null, o => o[name] = 7, o => o[name] = "x", o => o[name] = new JsonArray(5, null), o => o[name] = new JsonObject() })
            {
                try
                {
                    Assert.Equal("#1001", Read(change).Name);
                }
                catch (FailureException e)
                {
                    // A list of which nobody knows what it holds is no empty list.
                    Assert.Contains(name, new[] { "lineItems", "fulfillmentOrders" });
                    Assert.Equal("UnexpectedShape", e.Failure.Code);
                }
            }
        }
    }

    [Theory]
    [InlineData("lineItems")]
    [InlineData("fulfillmentOrders")]
    public void Read_list_of_another_kind_is_a_failure(string name) =>
        Assert.Equal(FailureKind.Protocol, Assert.Throws<FailureException>(() => Read(order => order[name] = new JsonObject())).Failure.Kind);

    private static Order Read(Action<JsonObject> change, bool addressRefused = false)
    {
        var order = ShopJson.Order();
        change(order);
        return OrderReader.Read(Parts(order), addressRefused)!;
    }

    private static OrderParts Parts(JsonObject order) => new("acme.myshopify.com", JsonDocument.Parse(order.ToJsonString()).RootElement);
}
