using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Contract.Billbee;

/// <summary>Labels for the boxes of an account's orders. What a box carries stands in the order; the label itself has no text of ours.</summary>
public sealed class BillbeeLabels() : DestinationCase<PackedBox>(new BillbeeWorld())
{
    public override string? OddText => null;

    public override bool LeavesToPerson => true;

    private BillbeeWorld Account => (BillbeeWorld)World;

    public override Task<Write<PackedBox>> BadAsync() => Task.FromResult(Write("bad", "999999999"));

    public override int EffectsOf(Write<PackedBox> write) => BillbeeMarks.Find(Account, write.Record.OrderKey)?.ShippingIds.Count ?? 0;

    public override string? TextOf(Write<PackedBox> write) => null;

    protected override Task PrepareAsync()
    {
        Account.Billbee.AddShippingProvider("DHL", 2, "Paket national");
        return Task.CompletedTask;
    }

    protected override Task<Write<PackedBox>> MakeAsync(int number, string text) => Task.FromResult(Write($"{number}", Account.Ordered($"N-{number}")));

    private static Write<PackedBox> Write(string number, string order)
    {
        var box = new PackedBox
        {
            Key = $"1/{number}", Number = $"N-{number}/1", Account = "billbee:api@acme.example", OrderKey = order, State = PackingState.Packed,
            UpdatedAt = DateTimeOffset.UnixEpoch, Weight = 0.9m, Label = new LabelChoice("DHL", "Paket national"),
        };
        return new Write<PackedBox>(WriteOperation.Create, new RecordRef("pulpo:x", box.Key, "", box.Number), box);
    }

    public sealed class Contract(BillbeeLabels @case) : DestinationContract<BillbeeLabels, PackedBox>(@case);
}
