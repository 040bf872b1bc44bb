using PulpoSync.Torture.Mutations;
using System.Globalization;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Contract.Pulpo;

/// <summary>Packed goods of a tenant, between those of another shop.</summary>
public sealed class PulpoPackedGoods() : SourceCase<PackedGoods>(new PulpoWorld())
{
    public override string ListOperation => "GET /api/v1/packing/orders";

    public override string? Counterpart => PulpoFixture.Account;

    public override string UnknownKey => "999999";

    public override string OddText => OddTexts.Number;

    private PulpoWorld Pulpo => (PulpoWorld)World;

    public override string KeyOf(PackedGoods record) => record.Key;

    public override IEnumerable<string?> TextsOf(PackedGoods record) => record.Parcels.SelectMany(parcel => parcel.Trackings).Select(tracking => tracking.Number);

    public override Task ChangeAsync(string key)
    {
        Pulpo.Tenant.Close(NameOf(key));
        return Task.CompletedTask;
    }

    protected override async Task<(string Key, string Name)> MakeAsync(int number, string text)
    {
        Pulpo.Tenant.AddForeignOrder($"F-{number}");
        Pulpo.Tenant.Advance($"F-{number}", "shipping");
        var name = await Pulpo.OrderedAsync($"N-{number}");
        Pulpo.Tenant.Advance(name, "packing");
        Pulpo.Tenant.Pack(name, new PackOptions
        {
            Close = false, Parcels = [new PackBox([new PackLine("SKU-1", 2)]) { Label = new PackLabel { Code = text == OddText ? text : null } }],
        });
        return (Pulpo.Tenant.Packings.Single(packing => packing.Order == name).Id.ToString(CultureInfo.InvariantCulture), name);
    }

    public sealed class Contract(PulpoPackedGoods @case) : SourceContract<PulpoPackedGoods, PackedGoods>(@case);
}
