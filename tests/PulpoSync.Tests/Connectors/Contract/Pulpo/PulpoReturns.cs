using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Connectors.Pulpo;

namespace PulpoSync.Tests.Connectors.Contract.Pulpo;

/// <summary>Returns that a tenant has received.</summary>
public sealed class PulpoReturns() : SourceCase<GoodsReturn>(new PulpoWorld())
{
    public override string ListOperation => "GET /api/v1/reception/incoming_goods";

    public override string? Counterpart => PulpoFixture.Account;

    // PULPO lists returns by the time when they were made: what changes is read again by its key until it is finished.
    public override bool TellsChanges => false;

    public override string UnknownKey => "999999/IG-999999";

    private PulpoWorld Pulpo => (PulpoWorld)World;

    public override string KeyOf(GoodsReturn record) => record.Key;

    public override IEnumerable<string?> TextsOf(GoodsReturn record) => [record.Note, .. record.Lines.Select(line => line.Sku)];

    public override Task ChangeAsync(string key) => Task.CompletedTask;

    protected override async Task<(string Key, string Name)> MakeAsync(int number, string text)
    {
        var name = await Pulpo.OrderedAsync($"N-{number}");
        Pulpo.Tenant.Advance(name, "ended");
        var made = Pulpo.Tenant.ReceiveReturn(name, [new ReturnedPieces("SKU-1", 1) { Notes = Canaries.Note }], text);
        return ($"{made.Id}/IG-{made.Id}", $"IG-{made.Id}");
    }

    public sealed class Contract(PulpoReturns @case) : SourceContract<PulpoReturns, GoodsReturn>(@case);
}
