using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Billbee.Orders;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Billbee.Orders;

public class BillbeeOrderReaderTests
{
    private const string Whole = """
        {
          "BillBeeOrderId": 100000001, "BillBeeParentOrderId": null, "Id": "ext-1", "OrderNumber": " B-1001 ", "State": 3, "VatMode": 0,
          "CreatedAt": "2026-11-22T10:00:00", "LastModifiedAt": "2026-11-22T11:30:00.5+01:00", "Currency": "EUR", "TotalCost": 24.5, "ShippingCost": 4.9,
          "ApiAccountId": 601, "ApiAccountName": "Hauptladen", "Tags": ["VIP", "", null], "SellerComment": "Vorsicht, Glas", "IsCancelationFor": "",
          "Comments": [{"Id": 1, "FromCustomer": true, "Text": "Bitte schnell"}],
          "Customer": {"Id": 60001, "Name": "Ada Example", "Email": "ada@example.com", "Tel1": "030 1"}, "CustomerNumber": "10001",
          "ShippingAddress": {"FirstName": "Ada", "LastName": "Example", "Company": "Ex GmbH", "NameAddition": "c/o Bo", "Street": "Musterweg", "HouseNumber": "5a",
            "Line2": "Hinterhaus", "Zip": "10115", "City": "Berlin", "State": "BE", "Country": "Deutschland", "CountryISO2": "DE", "Phone": "030 2", "Email": "ship@example.com"},
          "InvoiceAddress": {"LastName": "Bill", "Street": "Rechnungsweg", "City": "Hamburg"},
          "ShippingProfileName": "DHL Paket", "ShippingProviderProductName": "Warenpost",
          "OrderItems": [
            {"BillbeeId": 1, "TransactionId": "t-1", "Quantity": 2.0, "TotalPrice": 19.6, "TaxAmount": 3.13, "Product": {"SKU": " MUG-1 ", "Title": "Tasse", "BillbeeId": 77, "IsDigital": false, "Type": 1}},
            {"TransactionId": "t-2", "Quantity": 1, "Product": {"SKU": "SET-1", "Title": "Set", "Type": 2}},
            {"BillbeeId": 3, "Quantity": 1, "Product": {"SKU": "MUG-1"}},
            {"BillbeeId": 4, "Quantity": 1, "TotalPrice": -5, "IsCoupon": true, "Product": {"Title": "Gutschein"}},
            {"BillbeeId": 5, "Quantity": 1, "Product": {"SKU": "EBOOK", "IsDigital": true}}],
          "ShippingIds": [{"BillbeeId": 9, "ShippingId": "00340", "ShipmentType": 0}, {"BillbeeId": 10, "ShippingId": "R-1", "ShipmentType": 1}]
        }
        """;

    [Fact]
    public void Read_reads_everything_that_a_warehouse_needs()
    {
        var read = Read(Whole);
        var order = read.Order!;

        Assert.Null(read.Failure);
        Assert.Equal(("100000001", "B-1001", "B-1001", "PAID"), (order.Key, order.Number, order.Name, order.Status));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), order.CreatedAt);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 30, 0, 500, TimeSpan.Zero), order.UpdatedAt);
        Assert.Equal(("Hauptladen", "601", null, null), (order.Channel, order.ChannelKey, order.ParentKey, order.CancellationOf));
        Assert.Equal(["VIP"], order.Tags);
        // The conversation with the customer is none of the warehouse's business; the seller's own note is.
        Assert.Equal("Vorsicht, Glas", order.Note);
        Assert.Equal(new Customer { Key = "60001", Name = "Ada Example", Email = "ada@example.com", Phone = "030 1" }, order.Customer);
        Assert.Equal(
            new Address
            {
                FirstName = "Ada", LastName = "Example", Company = "Ex GmbH", Line1 = "Musterweg", HouseNumber = "5a", Line2 = "c/o Bo, Hinterhaus", Zip = "10115",
                City = "Berlin", State = "BE", CountryCode = "DE", Phone = "030 2", Email = "ship@example.com",
            },
            order.ShipTo);
        Assert.Equal("Rechnungsweg", order.BillTo?.Line1);
        Assert.Equal("DHL Paket", order.ShippingMethod);
        Assert.Equal((new Money(29.4m, "EUR"), new Money(24.5m, "EUR"), new Money(4.9m, "EUR"), true), (order.Total!, order.Subtotal!, order.Shipping!, order.TaxesIncluded));
        var shipment = Assert.Single(order.Shipments);
        Assert.Equal(["00340"], shipment.TrackingNumbers);
        Assert.Empty(shipment.Lines);
    }

    [Fact]
    public void Read_keeps_lines_apart_and_knows_what_needs_no_shipping()
    {
        var lines = Read(Whole).Order!.Lines;

        Assert.Equal(["1", "t-2", "3", "4", "5"], lines.Select(line => line.Key));
        Assert.Equal(["MUG-1", "SET-1", "MUG-1", null, "EBOOK"], lines.Select(line => line.Sku));
        Assert.Equal([true, true, true, false, false], lines.Select(line => line.RequiresShipping));
        Assert.Equal((2, new Money(9.8m, "EUR"), new Money(3.13m, "EUR")), (lines[0].Quantity, lines[0].UnitPrice!, lines[0].Tax!));
    }

    [Theory]
    [InlineData(1, "ORDERED", FulfillmentState.Open)]
    [InlineData(3, "PAID", FulfillmentState.Open)]
    [InlineData(4, "SHIPPED", FulfillmentState.Closed)]
    [InlineData(5, "RECLAMATION", FulfillmentState.Closed)]
    [InlineData(6, "DELETED", FulfillmentState.Closed)]
    [InlineData(7, "CLOSED", FulfillmentState.Closed)]
    [InlineData(8, "CANCELED", FulfillmentState.Closed)]
    [InlineData(9, "ARCHIVED", FulfillmentState.Closed)]
    [InlineData(13, "PACKED", FulfillmentState.Open)]
    [InlineData(14, "OFFERED", FulfillmentState.Closed)]
    [InlineData(16, "FULFILLING", FulfillmentState.Open)]
    [InlineData(99, "99", FulfillmentState.Open)]
    public void Read_says_by_the_state_whether_anything_is_to_be_shipped(int state, string word, FulfillmentState expected)
    {
        var order = Read(Whole, node => node["State"] = state).Order!;
        var fulfillment = Assert.Single(order.FulfillmentOrders);

        Assert.Equal((word, expected, "order", "Billbee"), (order.Status, fulfillment.State, fulfillment.LocationKey, fulfillment.LocationName));
        Assert.Equal(5, fulfillment.Remaining.Count);
    }

    [Fact]
    public void Read_tells_children_and_documents_that_cancel()
    {
        Assert.Equal("100000000", Read(Whole, node => node["BillBeeParentOrderId"] = 100000000).Order!.ParentKey);
        Assert.Null(Read(Whole, node => node["BillBeeParentOrderId"] = 0).Order!.ParentKey);

        var document = Read(Whole, node => node["IsCancelationFor"] = "ext-0").Order!;

        Assert.Equal("ext-0", document.CancellationOf);
        Assert.Equal(FulfillmentState.Closed, Assert.Single(document.FulfillmentOrders).State);
    }

    [Theory]
    // Billbee's customer; the customer number; a guest, known by the order; nobody.
    [InlineData("", "60001", "Ada Example")]
    [InlineData("Customer.Id", "number:10001", "Ada Example")]
    [InlineData("Customer", "number:10001", "Bill")]
    [InlineData("Customer CustomerNumber", "order:100000001", "Bill")]
    [InlineData("Customer CustomerNumber InvoiceAddress", "order:100000001", "Ada Example")]
    [InlineData("Customer CustomerNumber InvoiceAddress ShippingAddress", null, null)]
    public void Read_knows_the_customer_by_what_there_is(string missing, string? key, string? name)
    {
        var customer = Read(Whole, node =>
        {
            foreach (var path in missing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(path => path.Split('.')))
            {
                if (path.Length == 2) node[path[0]]![path[1]] = null;
                else node[path[0]] = null;
            }
        }).Order!.Customer;

        Assert.Equal((key, name), (customer?.Key, customer?.Name));
    }

    [Theory]
    [InlineData("""{"FirstName": "Ada", "LastName": "Example", "CountryISO2": "DE"}""")]
    [InlineData("""{"Street": " ", "Zip": "", "City": null}""")]
    [InlineData("null")]
    public void Read_takes_an_address_that_says_nothing_for_none(string address) =>
        Assert.Null(Read(Whole, node => node["ShippingAddress"] = JsonNode.Parse(address)).Order!.ShipTo);

    [Theory]
    [InlineData("OrderItems", "null")]
    [InlineData("OrderItems", "[null]")]
    [InlineData("OrderItems", """[{"BillbeeId": 1, "Quantity": 1, "Product": {"SKU": "MUG-1"}}, null]""")]
    [InlineData("OrderItems", """[{"BillbeeId": 1, "Quantity": 1, "IsCoupon": "yes", "Product": {"SKU": "MUG-1"}}]""")]
    [InlineData("OrderItems", """[{"BillbeeId": 1, "Quantity": 1, "Product": {"SKU": "MUG-1", "IsDigital": 1}}]""")]
    [InlineData("IsCancelationFor", "{}")]
    [InlineData("BillBeeParentOrderId", "true")]
    [InlineData("State", "\"PAID\"")]
    public void Read_refuses_what_would_be_shipped_otherwise_than_it_was_ordered(string name, string value)
    {
        var read = Read(Whole, node => node[name] = JsonNode.Parse(value));

        Assert.Null(read.Order);
        Assert.Equal(FailureKind.Data, read.Failure!.Kind);
    }

    [Fact]
    public void Read_refuses_an_order_that_does_not_say_its_lines() =>
        Assert.Equal("OrderIncomplete", Read(Whole, node => node.AsObject().Remove("OrderItems")).Failure!.Code);

    [Fact]
    public void Read_is_content_with_an_id_times_and_lines()
    {
        var read = Read("""{"BillBeeOrderId": 5, "CreatedAt": "2026-11-22T10:00:00", "LastModifiedAt": "2026-11-22T10:00:00Z", "OrderItems": []}""");

        Assert.Null(read.Failure);
        Assert.Equal(("5", "5", null, null), (read.Order!.Number, read.Order.Name, read.Order.Status, read.Order.Customer));
        Assert.Null(read.Number);
    }

    public static TheoryData<string, string, string> Unreadable() => new()
    {
        { "0.5", "QuantityInvalid", "The line of SKU MUG-1 has a quantity" },
        { "-1", "QuantityInvalid", "The line of SKU MUG-1 has a quantity" },
        { "null", "QuantityInvalid", "The line of SKU MUG-1 has a quantity" },
        { "1e12", "QuantityInvalid", "The line of SKU MUG-1 has a quantity" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Read_refuses_a_quantity_that_is_no_number_of_pieces(string quantity, string code, string message) =>
        Refuses(node => node["OrderItems"]![0]!["Quantity"] = JsonNode.Parse(quantity), code, message);

    [Fact]
    public void Read_refuses_lines_that_cannot_be_told_apart()
    {
        Refuses(node => node["OrderItems"]![1]!["TransactionId"] = null, "LineWithoutId", "The line of SKU SET-1 has no id");
        Refuses(node => node["OrderItems"]![3]!["BillbeeId"] = 1, "LineWithoutId", "A line without SKU has no id");
    }

    [Theory]
    [InlineData("CreatedAt")]
    [InlineData("LastModifiedAt")]
    public void Read_refuses_an_order_without_its_times(string name) => Refuses(node => node[name] = null, "OrderIncomplete", "Billbee does not say when");

    [Fact]
    public void Read_cannot_note_anything_of_an_order_without_id() =>
        Assert.Equal("OrderWithoutId", Assert.Throws<FailureException>(() => Read(Whole, node => node["BillBeeOrderId"] = null)).Failure.Code);

    private static void Refuses(Action<JsonNode> change, string code, string message)
    {
        var read = Read(Whole, change);

        Assert.Null(read.Order);
        Assert.Equal(("100000001", "B-1001", FailureKind.Data, code), (read.Key, read.Number, read.Failure!.Kind, read.Failure.Code));
        Assert.StartsWith(message, read.Failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", read.Failure.Message, StringComparison.Ordinal);
    }

    private static BillbeeReadOrder Read(string json, Action<JsonNode>? change = null)
    {
        var node = JsonNode.Parse(json)!;
        change?.Invoke(node);
        return BillbeeOrderReader.Read(System.Text.Json.JsonSerializer.SerializeToElement(node));
    }
}
