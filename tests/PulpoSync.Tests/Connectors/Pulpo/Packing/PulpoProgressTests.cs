using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Torture.Faults;

namespace PulpoSync.Tests.Connectors.Pulpo.Packing;

public sealed class PulpoProgressTests
{
    [Theory]
    [InlineData(MultiValueFilter.On, "queue", false)]
    [InlineData(MultiValueFilter.On, "picking", false)]
    [InlineData(MultiValueFilter.On, "packing", false)]
    [InlineData(MultiValueFilter.On, "paused", false)]
    [InlineData(MultiValueFilter.On, "cancelled", true)]
    [InlineData(MultiValueFilter.On, "shipping", true)]
    [InlineData(MultiValueFilter.On, "ended", true)]
    [InlineData(MultiValueFilter.Ignored, "packing", false)]
    [InlineData(MultiValueFilter.Empty, "packing", false)]
    [InlineData(MultiValueFilter.Empty, "ended", true)]
    public async Task Shop_order_is_packed_when_none_of_its_orders_is_left_to_pack(MultiValueFilter lists, string other, bool isPacked)
    {
        await using var pulpo = await PulpoFixture.StartAsync(options => options with { MultiValueFilter = lists });
        await CreateAsync(pulpo, "1001", ["1001_1", "1001_2"]);
        await CreateAsync(pulpo, "1002", ["1002"], customer: "78");
        await CreateAsync(pulpo, "1003", ["1003"]);
        pulpo.Tenant.Advance("1001_1", "shipping");
        pulpo.Tenant.Advance("1002", "ended");
        if (other == "paused") pulpo.Tenant.Pause("1001_2");
        else if (other == "cancelled") pulpo.Tenant.Cancel("1001_2");
        else if (other != "queue") pulpo.Tenant.Advance("1001_2", other);

        var found = (await ReadAsync(pulpo, ("PackedStatus", "PACKED"))).ToDictionary(one => one.Number, one => one.IsPacked);

        Assert.Equal((isPacked, isPacked && other is "shipping" or "ended"), (found["1001_1"], found["1001_2"]));
        // Another customer's order is packed, another order of the same customer waits: neither matters to the first.
        Assert.Equal((true, false), (found["1002"], found["1003"]));
    }

    [Fact]
    public async Task Shop_order_of_which_a_part_is_in_a_state_that_nobody_knows_is_not_taken_for_packed()
    {
        await using var pulpo = await PulpoFixture.StartAsync();
        await CreateAsync(pulpo, "1001", ["1001_1", "1001_2"]);
        pulpo.Tenant.Advance("1001_1", "shipping");
        pulpo.Host.Faults.Add(new Fault
        {
            Kind = FaultKind.Spoilt, Path = "sales/orders", Count = 0,
            Spoil = body => Values.Unknown("pulpo", "sales_orders.state", body),
        });

        Assert.All(await ReadAsync(pulpo, ("PackedStatus", "PACKED")), one => Assert.False(one.IsPacked));
    }

    [Fact]
    public async Task Page_of_packed_orders_is_asked_for_at_once_and_only_where_somebody_wants_to_know()
    {
        await using var pulpo = await PulpoFixture.StartAsync();
        foreach (var number in Enumerable.Range(2001, 12).Select(number => $"{number}"))
        {
            await CreateAsync(pulpo, number, [number], customer: number);
            pulpo.Tenant.Advance(number, "shipping");
        }

        pulpo.Traces.Clear();
        Assert.All(await ReadAsync(pulpo), one => Assert.False(one.IsPacked));
        var without = pulpo.Traces.Count;
        Assert.All(await ReadAsync(pulpo, ("PackedStatus", "PACKED")), one => Assert.True(one.IsPacked));

        // One question that lists are understood, and one for each state.
        Assert.Equal(without + 1 + 4, pulpo.Traces.Count - without);
    }

    [Fact]
    public async Task Single_orders_are_looked_at_with_their_siblings_too()
    {
        await using var pulpo = await PulpoFixture.StartAsync();
        await CreateAsync(pulpo, "1001", ["1001_1", "1001_2"]);
        pulpo.Tenant.Advance("1001_1", "ended");
        var source = pulpo.Connect(settings: ("PackedStatus", "PACKED")).Source<OrderProgress>()!;

        Assert.False(Assert.Single((await source.ReadManyAsync([pulpo.Id("1001_1")], default)).Records).IsPacked);
        pulpo.Tenant.Advance("1001_2", "shipping");
        Assert.True(Assert.Single((await source.ReadManyAsync([pulpo.Id("1001_1")], default)).Records).IsPacked);
    }

    // A shop's order as several of the warehouse's.
    private static async Task CreateAsync(PulpoFixture pulpo, string number, string[] parts, string customer = "77")
    {
        var order = PulpoSamples.Simple(number) with { Customer = new Customer { Key = $"gid://shopify/Customer/{customer}", Name = "Ada Lovelace" } };
        foreach (var (part, place) in parts.Select((part, place) => (part, place)))
        {
            var delivery = PulpoSamples.WithDelivery(order, one => one with { Number = part });
            var reference = PulpoSamples.Ref(delivery, part: $"{place}/1");
            Assert.Equal(WriteStatus.Done, Assert.Single(await pulpo.WriteAsync(new Write<Order>(WriteOperation.Create, reference, delivery))).Status);
        }
    }

    private static async Task<List<OrderProgress>> ReadAsync(PulpoFixture pulpo, params (string Name, string Value)[] settings)
    {
        var all = new List<OrderProgress>();
        var request = new ReadRequest { StartFrom = DateTimeOffset.UtcNow.AddDays(-1), Counterpart = PulpoFixture.Account };
        await foreach (var page in pulpo.Connect(settings: settings).Source<OrderProgress>()!.ReadAsync(request, default)) all.AddRange(page.Records);
        return all;
    }
}
