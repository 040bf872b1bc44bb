using PulpoSync.Torture.Mutations;
using System.Globalization;
using PulpoSync.Records;
using PulpoSync.Tests.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Contract.Pulpo;

/// <summary>How far the orders of a tenant are, with the lots that were taken for them.</summary>
public sealed class PulpoProgress() : SourceCase<OrderProgress>(new PulpoWorld())
{
    public override string ListOperation => "GET /api/v1/sales/orders";

    public override string? Counterpart => PulpoFixture.Account;

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["LotsToNote"] = "true" };

    public override string UnknownKey => "999999";

    public override string OddText => OddTexts.Number;

    private PulpoWorld Pulpo => (PulpoWorld)World;

    public override string KeyOf(OrderProgress record) => record.Key;

    public override IEnumerable<string?> TextsOf(OrderProgress record) => [record.Number, record.OrderKey];

    public override Task ChangeAsync(string key)
    {
        Pulpo.Tenant.Ship(NameOf(key));
        return Task.CompletedTask;
    }

    protected override async Task<(string Key, string Name)> MakeAsync(int number, string text)
    {
        var name = await Pulpo.OrderedAsync(text == OddText ? text : $"N-{number}");
        Pulpo.Tenant.Advance(name, "shipping");
        return (Pulpo.Fixture.Id(name), name);
    }

    public sealed class Contract(PulpoProgress @case) : SourceContract<PulpoProgress, OrderProgress>(@case);
}
