using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;
using PulpoSync.Torture.Faults;

namespace PulpoSync.Tests.Connectors.Pulpo;

public class PulpoPagingTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(7)]
    public async Task List_is_read_to_its_end_whatever_the_server_grants(int cap)
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with { LimitCap = cap });
        string[] names = [.. Enumerable.Range(1, 250).Select(i => $"W{i:000}")];
        fixture.Tenant.Seed(new PulpoSeed { Warehouses = names });

        var check = await fixture.Connect().CheckAsync(CheckRequest.Credential, default);

        Assert.Equal(["Berlin", "Paris", .. names], check.Warehouses.Select(warehouse => warehouse.Name));
        Assert.Equal((252 + cap - 1) / cap, fixture.Calls("GET /api/v1/warehouses"));
    }

    [Theory]
    [InlineData("""[{"id":1,"name":"Berlin"},{"id":2,"name":"Paris"}]""")]
    [InlineData("""{"warehouses":[{"id":1,"name":"Berlin"},{"id":2,"name":"Paris"},{"id":3,"name":"Old","active":false}]}""")]
    public async Task List_without_total_ends_with_its_short_page(string body)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(FaultKind.Status, "api/v1/warehouses", 200, body: body);
        fixture.Fail(FaultKind.Status, "iam/users/me", 200, body: """{"id":1,"tenant_id":43,"warehouses":[1,2,3]}""");

        var check = await fixture.Connect().CheckAsync(CheckRequest.Credential, default);

        Assert.Equal(["Berlin", "Paris"], check.Warehouses.Select(warehouse => warehouse.Name));
        Assert.Equal(1, fixture.Calls("GET /api/v1/warehouses"));
    }

    [Fact]
    public async Task List_of_what_was_asked_for_that_never_ends_is_a_protocol_failure()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var references = new List<RecordRef>();
        foreach (var number in new[] { "1", "2", "3" }) references.Add((await fixture.CreatedAsync(PulpoSamples.Simple(number))).Ref);
        fixture.Host.Faults.Add(new Fault { Kind = FaultKind.PagingIgnored, Path = "sales/orders", Method = "GET", Count = 0, Spoil = Pages.NeverEnding });

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.Orders().FindAsync(references, default));

        Assert.Equal((FailureKind.Protocol, "PageRepeats"), (thrown.Failure.Kind, thrown.Failure.Code));
    }

    [Fact]
    public async Task Filter_that_is_ignored_altogether_is_a_protocol_failure_and_no_unknown_sku()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(FaultKind.Status, "inventory/products", 200, body: """{"products":[{"id":1,"sku":"X-1"}],"total_results":5000}""");

        var thrown = await Assert.ThrowsAsync<FailureException>(() => fixture.WriteAsync(PulpoSamples.Create(PulpoSamples.Simple("1"))));

        Assert.Equal((FailureKind.Protocol, "FilterIgnored"), (thrown.Failure.Kind, thrown.Failure.Code));
        Assert.Empty(fixture.Tenant.Orders);
    }

    [Fact]
    public async Task Lookup_of_new_customers_is_proved_once_and_then_trusted()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var orders = fixture.Orders();
        for (var batch = 0; batch < 3; batch++)
        {
            await orders.WriteAsync(
                [.. Enumerable.Range(batch * 20, 20).Select(i => PulpoSamples.Create(PulpoSamples.Simple($"{i}") with { Customer = new Records.Customer { Key = $"c{i}", Name = $"C {i}" } }))],
                default);
        }

        Assert.Equal(60, fixture.Tenant.Orders.Count);
        // One question a batch, and two more to prove that a list of values is understood.
        Assert.Equal(5, fixture.Calls("GET /api/v1/iam/third_parties"));
    }
}
