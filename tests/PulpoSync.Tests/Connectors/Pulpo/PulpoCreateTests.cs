using System.Text.Json;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Pulpo;

public class PulpoCreateTests
{
    [Fact]
    public async Task Create_sends_everything_that_the_warehouse_needs()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var order = PulpoSamples.WithDelivery(
            PulpoSamples.Order("4711", ("SKU-1", 2), ("SKU-2", 1), ("SKU-1", 3)),
            delivery => delivery with { DeliveryDate = new DateOnly(2026, 3, 9), Criterium = "vip, gift" });

        await fixture.CreatedAsync(order);

        var made = fixture.Order("4711");
        Assert.Equal(("queue", "Berlin", "shopify:acme.myshopify.com:77", "vip, gift"), (made.State, made.Warehouse, made.Customer, made.Criterium));
        Assert.Equal(new DateTime(2026, 3, 9), made.DeliveryDate);
        // Two lines of one product stay two lines.
        Assert.Equal(
            [("SKU-1", 2L, "gid://shopify/LineItem/47110"), ("SKU-2", 1L, "gid://shopify/LineItem/47111"), ("SKU-1", 3L, "gid://shopify/LineItem/47112")],
            made.Lines.Select(line => (line.Sku!, line.Quantity, line.LineOrderId!)));
        var to = made.ShipTo!.Value;
        Assert.Equal(("Ada Lovelace", "Engines GmbH", "+49305678"), (Text(to, "name"), Text(to, "company_name"), Text(to, "phone_number")));
        var address = to.GetProperty("address");
        Assert.Equal(
            ("Müllerstraße 5", "3. OG", "10115", "Berlin", "DE", "276", "ada@example.test"),
            (Text(address, "street"), Text(address, "street2"), Text(address, "zip"), Text(address, "city"), Text(address, "country_alpha2"),
             Text(address, "country_code"), Text(address, "email")));
        var attributes = made.Attributes!.Value;
        Assert.Equal(
            (PulpoFixture.Account, order.Key, "1/1", "gid://shopify/Location/1"),
            (Text(attributes, "source_account"), Text(attributes, "source_order"), Text(attributes, "source_part"), Text(attributes, "source_location")));
        var row = Assert.Single(fixture.Dump("sales_orders"));
        Assert.Equal(("#4711", "web", "Bitte klingeln", "sales_order"), (Text(row, "external_order_num"), Text(row, "channel"), Text(row, "notes"), Text(row, "type")));
    }

    [Fact]
    public async Task Create_batch_takes_few_calls()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var batch = Enumerable.Range(1, 120).Select(i => PulpoSamples.Create(PulpoSamples.Order($"{1000 + i}", ($"SKU-{i % 60 + 1}", 1)))).ToArray();

        var results = await fixture.WriteAsync(batch);

        Assert.All(results, result => Assert.Equal(WriteStatus.Done, result.Status));
        Assert.Equal(120, fixture.Tenant.Orders.Count);
        Assert.Equal(results.Select(result => result.Id), batch.Select(write => fixture.Id(write.Ref.Number)));
        Assert.Equal(3, fixture.Calls("POST /api/v1/sales/bulk/orders"));
        Assert.Equal(1, fixture.Calls("GET /api/v1/inventory/products"));
        Assert.Equal(1, fixture.Calls("POST /api/v1/iam/bulk/third_parties"));
        Assert.True(fixture.Host.Traffic.Total < 15, $"{fixture.Host.Traffic.Total} calls");
    }

    [Theory]
    [InlineData(MultiValueFilter.On, 1)]
    [InlineData(MultiValueFilter.Empty, 32)]
    [InlineData(MultiValueFilter.Ignored, 31)]
    public async Task Create_finds_products_whatever_lists_of_values_do(MultiValueFilter filter, int atMost)
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with { MultiValueFilter = filter });
        var orders = fixture.Orders();

        var results = await orders.WriteAsync([PulpoSamples.Create(PulpoSamples.Order("1", [.. Enumerable.Range(1, 29).Select(i => ((string?)$"SKU-{i}", 1))]))], default);

        Assert.Equal(WriteStatus.Done, results[0].Status);
        Assert.Equal(29, fixture.Order("1").Lines.Count);
        Assert.InRange(fixture.Calls("GET /api/v1/inventory/products"), 1, atMost);

        // What was learned is kept: no list is tried again.
        var before = fixture.Calls("GET /api/v1/inventory/products");
        await orders.WriteAsync([PulpoSamples.Create(PulpoSamples.Order("2", ("SKU-1", 1), ("SKU-31", 1), ("SKU-32", 1)))], default);
        Assert.Equal(filter == MultiValueFilter.On ? 1 : 2, fixture.Calls("GET /api/v1/inventory/products") - before);
    }

    [Fact]
    public async Task Create_unknown_sku_fails_the_whole_order_by_name_and_no_other()
    {
        await using var fixture = await PulpoFixture.StartAsync();

        var results = await fixture.WriteAsync(
            PulpoSamples.Create(PulpoSamples.Order("1", ("SKU-1", 1), ("GONE-1", 1), ("GONE-2", 1))), PulpoSamples.Create(PulpoSamples.Simple("2")));

        Assert.Equal((WriteStatus.Refused, FailureKind.Data, "UnknownSku"), (results[0].Status, results[0].Failure!.Kind, results[0].Failure!.Code));
        Assert.Contains("GONE-1, GONE-2", results[0].Failure!.Message);
        Assert.Equal(WriteStatus.Done, results[1].Status);
        Assert.Equal("2", Assert.Single(fixture.Tenant.Orders).Number);
    }

    [Fact]
    public async Task Create_sku_is_compared_exactly_apart_from_blanks_around_it()
    {
        await using var fixture = await PulpoFixture.StartAsync();

        var results = await fixture.WriteAsync(
            PulpoSamples.Create(PulpoSamples.Order("1", ("sku-1", 1))), PulpoSamples.Create(PulpoSamples.Order("2", (" SKU-1 ", 1))));

        Assert.Equal(["UnknownSku", null], results.Select(result => result.Failure?.Code));
    }

    [Fact]
    public async Task Create_sku_with_signs_of_the_query_language_is_found()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        string[] skus = ["A,B", "50% & more", "a=b", "Größe+7", "x#1", "gt:5", "includes_all", "to_list:7"];
        fixture.Tenant.Seed(new PulpoSeed { Skus = skus });

        var results = await fixture.WriteAsync(PulpoSamples.Create(PulpoSamples.Order("1", [.. skus.Select(sku => ((string?)sku, 1))])));

        Assert.Equal(WriteStatus.Done, results[0].Status);
        Assert.Equal(skus, fixture.Order("1").Lines.Select(line => line.Sku));
    }

    [Fact]
    public async Task Create_many_long_skus_are_asked_in_addresses_of_bearable_length()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        string[] skus = [.. Enumerable.Range(1, 40).Select(i => $"{new string('ü', 100)}{i}")];
        fixture.Tenant.Seed(new PulpoSeed { Skus = skus });

        var results = await fixture.WriteAsync(PulpoSamples.Create(PulpoSamples.Order("1", [.. skus.Select(sku => ((string?)sku, 1))])));

        Assert.Equal(WriteStatus.Done, results[0].Status);
        Assert.InRange(fixture.Calls("GET /api/v1/inventory/products"), 7, 10);
    }

    [Theory]
    [InlineData("EmptySku")]
    [InlineData("AddressMissing")]
    [InlineData("WarehouseUnknown")]
    [InlineData("NumberTooLong")]
    [InlineData("NothingToShip")]
    public async Task Create_what_cannot_be_sent_is_refused_by_itself(string code)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var order = PulpoSamples.Simple("1");
        order = code switch
        {
            "EmptySku" => PulpoSamples.Order("1", ("SKU-1", 1), ("  ", 1)),
            "AddressMissing" => order with { ShipTo = null },
            "WarehouseUnknown" => PulpoSamples.WithDelivery(order, delivery => delivery with { Warehouse = "Rome" }),
            "NumberTooLong" => PulpoSamples.WithDelivery(order, delivery => delivery with { Number = new string('1', 256) }),
            _ => PulpoSamples.Order("1", ("SKU-1", 0)),
        };

        var results = await fixture.WriteAsync(PulpoSamples.Create(order), PulpoSamples.Create(PulpoSamples.Simple("2")));

        Assert.Equal((WriteStatus.Refused, FailureKind.Data, code), (results[0].Status, results[0].Failure!.Kind, results[0].Failure!.Code));
        Assert.Equal(WriteStatus.Done, results[1].Status);
    }

    [Fact]
    public async Task Create_text_that_is_too_long_is_cut_with_a_warning()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var order = PulpoSamples.Simple("1");
        order = order with { ShipTo = order.ShipTo! with { Line2 = new string('x', 254) + "😀 tail" } };

        var result = Assert.Single(await fixture.WriteAsync(PulpoSamples.Create(order)));

        Assert.Equal(WriteStatus.Done, result.Status);
        Assert.Contains("street2", result.Warning);
        Assert.Equal(new string('x', 254), Text(fixture.Order("1").ShipTo!.Value.GetProperty("address"), "street2"));
    }

    [Theory]
    [InlineData(ErrorShape.MapOfLists)]
    [InlineData(ErrorShape.MapOfTexts)]
    [InlineData(ErrorShape.ListOfMaps)]
    [InlineData(ErrorShape.Nested)]
    public async Task Create_refusal_of_one_order_is_read_in_every_shape(ErrorShape shape)
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with { ErrorShape = shape });
        var blank = PulpoSamples.Simple("1");

        var results = await fixture.WriteAsync(
            PulpoSamples.Create(blank with { ShipTo = blank.ShipTo! with { Line1 = " " } }), PulpoSamples.Create(PulpoSamples.Simple("2")));

        Assert.Equal((WriteStatus.Refused, FailureKind.Data, "FieldBlank"), (results[0].Status, results[0].Failure!.Kind, results[0].Failure!.Code));
        Assert.Contains("street", results[0].Failure!.Message);
        Assert.DoesNotContain("Lovelace", results[0].Failure!.Message);
        Assert.Equal(WriteStatus.Done, results[1].Status);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
