using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Pulpo.Counter;

public class PulpoCounterDestinationTests
{
    [Fact]
    public async Task Create_makes_an_ended_order_for_the_customer_at_its_own_address()
    {
        await using var fixture = await StockedAsync();

        var result = Assert.Single(await WriteAsync(fixture, Write("4711", ("SKU-1", 2))));

        Assert.Equal(WriteStatus.Done, result.Status);
        var order = fixture.Order("4711");
        Assert.Equal(("ended", "Berlin", "COUNTER", fixture.Id("4711")), (order.State, order.Warehouse, order.Customer, result.Id));
        Assert.Equal("Markt 1", order.ShipTo!.Value.GetProperty("address").GetProperty("street").GetString());
        Assert.Equal("POS_external", Assert.Single(fixture.Dump("sales_orders")).GetProperty("type").GetString());
        Assert.Equal(("gid://shopify/Order/94711", ""), (Attribute(order, "source_order"), Attribute(order, "source_part")));
    }

    [Fact]
    public async Task Create_again_is_the_same_booking_and_another_number_is_taken()
    {
        await using var fixture = await StockedAsync();
        var write = Write("4711", ("SKU-1", 2));
        await WriteAsync(fixture, write);

        var results = await WriteAsync(fixture, write, write with { Ref = write.Ref with { SourceAccount = "shopify:other.myshopify.com" } });

        Assert.Equal([null, ReasonCodes.OrderNumberTaken], results.Select(result => result.Failure?.Code));
        Assert.Equal(8, fixture.Tenant.StockOf("SKU-1", "Berlin").OnHand);
    }

    [Fact]
    public async Task Create_names_what_is_short_and_a_sale_beside_it_goes_on()
    {
        await using var fixture = await StockedAsync();

        var results = await WriteAsync(fixture, Write("1", ("SKU-1", 3), ("SKU-2", 11), ("SKU-3", 1)), Write("2", ("SKU-1", 3)), Write("3", ("GONE", 1)));

        Assert.Equal([ReasonCodes.GoodsShort, null, "UnknownSku"], results.Select(result => result.Failure?.Code));
        Assert.Contains("too few of SKU-2, SKU-3.", results[0].Failure!.Message, StringComparison.Ordinal);
        Assert.Equal((results[0].Failure!.Message, FailureKind.Data), (results[0].Warning, results[0].Failure!.Kind));
        Assert.Equal(7, fixture.Tenant.StockOf("SKU-1", "Berlin").OnHand);
    }

    [Theory]
    [InlineData("NOBODY", "CustomerUnknown")]
    [InlineData("NOWHERE", "CustomerWithoutAddress")]
    public async Task Create_for_a_customer_that_cannot_be_used_stops_the_run_before_anything_is_booked(string customer, string code)
    {
        await using var fixture = await StockedAsync();

        var failed = await Assert.ThrowsAsync<FailureException>(() => WriteAsync(fixture, Write("1", customer, ("SKU-1", 1))));

        Assert.Equal((FailureKind.Configuration, code), (failed.Failure.Kind, failed.Failure.Code));
        Assert.Empty(fixture.Tenant.Orders);
    }

    [Fact]
    public async Task Booked_sales_are_no_shipments()
    {
        await using var fixture = await StockedAsync();
        await WriteAsync(fixture, Write("4711", ("SKU-1", 2)));
        Assert.Single(fixture.Tenant.Packings);

        var packed = new List<PackedGoods>();
        await foreach (var page in fixture.Connect().Source<PackedGoods>()!.ReadAsync(new ReadRequest { StartFrom = DateTimeOffset.UtcNow.AddDays(-1) }, default)) packed.AddRange(page.Records);

        Assert.Empty(packed);
    }

    private static async Task<PulpoFixture> StockedAsync()
    {
        var fixture = await PulpoFixture.StartAsync();
        foreach (var sku in new[] { "SKU-1", "SKU-2" }) fixture.Tenant.SetStock(sku, "Berlin", 10);
        await fixture.AddCustomerAsync("COUNTER", "Markt 1");
        await fixture.AddCustomerAsync("NOWHERE", street: null);
        return fixture;
    }

    private static Task<IReadOnlyList<WriteResult>> WriteAsync(PulpoFixture fixture, params Write<CounterSale>[] batch) =>
        fixture.Connect().Destination<CounterSale>()!.WriteAsync(batch, default);

    private static Write<CounterSale> Write(string number, params (string? Sku, int Quantity)[] lines) => Write(number, "COUNTER", lines);

    private static Write<CounterSale> Write(string number, string customer, params (string? Sku, int Quantity)[] lines)
    {
        var order = PulpoSamples.WithDelivery(PulpoSamples.Order(number, lines) with { ShipTo = null, Customer = null }, delivery => delivery with { FallbackCustomer = customer });
        return new Write<CounterSale>(
            WriteOperation.Create, PulpoSamples.Ref(order, part: ""), new CounterSale { Order = order, LocationKey = "gid://shopify/Location/1", LocationName = "Berlin" });
    }

    private static string? Attribute(PulpoOrder order, string name) => order.Attributes!.Value.GetProperty(name).GetString();
}
