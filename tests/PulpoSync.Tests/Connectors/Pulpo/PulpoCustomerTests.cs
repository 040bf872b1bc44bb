using PulpoSync.Engine.Connectors.Pulpo;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Pulpo;

public class PulpoCustomerTests
{
    [Theory]
    [InlineData("gid://shopify/Customer/77", "shopify:acme.myshopify.com:77")]
    [InlineData("4711-x", "shopify:acme.myshopify.com:4711-x")]
    [InlineData(null, "shopify:acme.myshopify.com:order:91001")]
    public void Identifier_names_account_and_customer_or_order(string? customer, string identifier)
    {
        var order = PulpoSamples.Simple("1001") with { Customer = customer is null ? null : new Customer { Key = customer } };

        Assert.Equal(identifier, PulpoIdentifiers.Of(PulpoSamples.Ref(order), order));
    }

    [Fact]
    public void Identifier_too_long_is_shortened_and_stays_unique()
    {
        Order[] orders = [.. new[] { "a", "b" }.Select(end => PulpoSamples.Simple("1") with { Customer = new Customer { Key = new string('9', 300) + end } })];

        var identifiers = orders.Select(order => PulpoIdentifiers.Of(PulpoSamples.Ref(order), order)).ToList();

        Assert.All(identifiers, identifier => Assert.Equal(255, identifier.Length));
        Assert.NotEqual(identifiers[0], identifiers[1]);
    }

    [Fact]
    public async Task Customer_is_made_once_and_found_again_by_the_next_connector()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        await fixture.WriteAsync(PulpoSamples.Create(PulpoSamples.Simple("1")), PulpoSamples.Create(PulpoSamples.Simple("2")));
        await fixture.WriteAsync(PulpoSamples.Create(PulpoSamples.Simple("3")));

        var made = Assert.Single(Ours(fixture));
        Assert.Equal(("Ada Lovelace", "C", "ada@example.test"), (Text(made, "name"), Text(made, "third_type"), Text(made, "email")));
        Assert.Equal("Müllerstraße 5", made.GetProperty("attributes").GetProperty("addresses")[0].GetProperty("address").GetProperty("street").GetString());
    }

    [Fact]
    public async Task Customers_beyond_what_is_kept_are_made_once_all_the_same()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var client = new PulpoClient(fixture.Context());
        var customers = new PulpoCustomers(client, new PulpoDirectory(client, SettingBag.Empty), mostKept: 2);
        var wanted = Enumerable.Range(1, 5).ToDictionary(number => $"shopify:acme:{number}", number => PulpoSamples.Simple($"{number}"));

        var made = await customers.FindOrMakeAsync(wanted, default);
        var found = await customers.FindOrMakeAsync(wanted, default);

        Assert.All(made.Values, customer => Assert.NotNull(customer.Id));
        Assert.Equal(made, found);
        Assert.Equal(5, Ours(fixture).Count);
    }

    [Fact]
    public async Task Customer_that_exists_is_left_as_it_is()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        await fixture.CreatedAsync(PulpoSamples.Simple("1"));
        var renamed = PulpoSamples.Simple("2");

        await fixture.CreatedAsync(renamed with { Email = null, Customer = renamed.Customer! with { Name = "", Email = null } });

        Assert.Equal(("Ada Lovelace", "ada@example.test"), (Text(Assert.Single(Ours(fixture)), "name"), Text(Ours(fixture)[0], "email")));
    }

    [Fact]
    public async Task Guest_becomes_a_customer_by_the_order()
    {
        await using var fixture = await PulpoFixture.StartAsync();

        await fixture.CreatedAsync(PulpoSamples.Simple("1") with { Customer = null });

        Assert.Equal("shopify:acme.myshopify.com:order:91", fixture.Order("1").Customer);
        Assert.Equal("Ada Lovelace", Text(Assert.Single(Ours(fixture)), "name"));
    }

    [Fact]
    public async Task Fallback_replaces_the_customer_and_never_the_address()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var order = PulpoSamples.WithDelivery(PulpoSamples.Simple("1") with { Customer = null }, delivery => delivery with { FallbackCustomer = "WALK-IN" });

        await fixture.CreatedAsync(order);

        Assert.Equal("WALK-IN", fixture.Order("1").Customer);
        Assert.Equal("Müllerstraße 5", fixture.Order("1").ShipTo!.Value.GetProperty("address").GetProperty("street").GetString());
        Assert.Empty(Ours(fixture));
    }

    [Fact]
    public async Task Fallback_that_is_gone_refuses_its_orders_only()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var order = PulpoSamples.WithDelivery(PulpoSamples.Simple("1") with { Customer = null }, delivery => delivery with { FallbackCustomer = "NOBODY" });

        var results = await fixture.WriteAsync(PulpoSamples.Create(order), PulpoSamples.Create(PulpoSamples.Simple("2")));

        Assert.Equal((WriteStatus.Refused, FailureKind.Data, "FallbackCustomerUnknown"), (results[0].Status, results[0].Failure!.Kind, results[0].Failure!.Code));
        Assert.Equal(WriteStatus.Done, results[1].Status);
    }

    [Theory]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.CutBody)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.Status)]
    public async Task Customers_are_made_once_also_when_the_answer_is_lost(FaultKind fault)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(fault, "bulk/third_parties", count: 1);
        Write<Order>[] batch = [.. Enumerable.Range(1, 5).Select(i => PulpoSamples.Create(PulpoSamples.Simple($"{i}") with { Customer = new Customer { Key = $"c{i}", Name = $"C {i}" } }))];

        var results = await fixture.WriteAsync(batch);

        Assert.All(results, result => Assert.Equal(WriteStatus.Done, result.Status));
        Assert.Equal(5, Ours(fixture).Count);
    }

    [Theory]
    [InlineData(MultiValueFilter.On)]
    [InlineData(MultiValueFilter.Empty)]
    [InlineData(MultiValueFilter.Ignored)]
    public async Task Customers_are_made_once_whatever_lists_of_values_do(MultiValueFilter filter)
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with { MultiValueFilter = filter });
        Write<Order>[] Batch(int from) =>
            [.. Enumerable.Range(from, 10).Select(i => PulpoSamples.Create(PulpoSamples.Simple($"{i}") with { Customer = new Customer { Key = $"c{i % 10}", Name = $"C {i % 10}" } }))];

        await fixture.WriteAsync(Batch(10));
        await fixture.WriteAsync(Batch(20));

        Assert.Equal(20, fixture.Tenant.Orders.Count);
        Assert.Equal(10, Ours(fixture).Count);
    }

    [Fact]
    public async Task Customer_that_only_makes_trouble_does_not_hold_up_the_others()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(FaultKind.Status, "iam/third_parties", 500, method: "POST");
        fixture.Fail(FaultKind.Status, "bulk/third_parties", 500);
        var known = PulpoSamples.WithDelivery(PulpoSamples.Simple("2"), delivery => delivery with { FallbackCustomer = "WALK-IN" });

        var results = await fixture.WriteAsync(PulpoSamples.Create(PulpoSamples.Simple("1")), PulpoSamples.Create(known));

        Assert.Equal(FailureKind.Transient, results[0].Failure!.Kind);
        Assert.Equal(WriteStatus.Done, results[1].Status);
    }

    [Fact]
    public async Task Merchant_is_named_on_customers_and_orders()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Tenant.Seed(new PulpoSeed { Merchants = ["North", "South"] });
        var orders = fixture.Orders(("Merchant", "South"), ("MerchantChannel", "online"));

        var results = await orders.WriteAsync([PulpoSamples.Create(PulpoSamples.Simple("1")), PulpoSamples.Create(PulpoSamples.Simple("2"))], default);

        Assert.All(results, result => Assert.Equal(WriteStatus.Done, result.Status));
        var merchant = Assert.Single(Ours(fixture)).GetProperty("merchant_id").GetInt64();
        Assert.All(fixture.Dump("sales_orders"), order => Assert.Equal(merchant, order.GetProperty("merchant_id").GetInt64()));
        Assert.All(fixture.Dump("sales_orders"), order => Assert.True(order.GetProperty("merchant_channel_id").GetInt64() > 0));
    }

    private static List<System.Text.Json.JsonElement> Ours(PulpoFixture fixture) =>
        fixture.Dump("third_parties").FindAll(party => Text(party, "identifier_number")!.StartsWith("shopify:", StringComparison.Ordinal));

    private static string? Text(System.Text.Json.JsonElement element, string name) => element.GetProperty(name).GetString();
}
