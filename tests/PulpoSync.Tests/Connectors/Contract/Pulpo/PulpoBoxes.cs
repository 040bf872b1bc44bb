using PulpoSync.Torture.Mutations;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Contract.Pulpo;

/// <summary>Packed boxes of a tenant that may want a label, between those of another shop.</summary>
public sealed class PulpoBoxes() : SourceCase<PackedBox>(new PulpoWorld())
{
    public override string ListOperation => "GET /api/v1/packing/orders";

    public override string? Counterpart => PulpoFixture.Account;

    public override string UnknownKey => "999999/999999";

    public override string OddText => OddTexts.Number;

    private PulpoWorld Pulpo => (PulpoWorld)World;

    public override string KeyOf(PackedBox record) => record.Key;

    // Which boxes there are is not known where they cannot be read: the packing stands for them.
    public override string UnreadableKeyOf(string key) => key[..key.IndexOf('/', StringComparison.Ordinal)];

    public override IEnumerable<string?> TextsOf(PackedBox record) => record.TrackingNumbers;

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
            Close = false, Parcels = [new PackBox([new PackLine("SKU-1", 2)]) { Label = text == OddText ? new PackLabel { Code = text } : null }],
        });
        var packing = Pulpo.Tenant.Packings.Single(packing => packing.Order == name);
        return (FormattableString.Invariant($"{packing.Id}/{packing.Boxes.Single().Id}"), name);
    }

    public sealed class Contract(PulpoBoxes @case) : SourceContract<PulpoBoxes, PackedBox>(@case);
}
