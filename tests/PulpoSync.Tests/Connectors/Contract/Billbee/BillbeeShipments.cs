using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Connectors.Contract.Billbee;

/// <summary>Shipments of an account's orders.</summary>
public sealed class BillbeeShipments() : DestinationCase<PackedGoods>(new BillbeeWorld())
{
    public override string OddText => OddTexts.Number;

    public override bool Finds => false;

    private BillbeeWorld Account => (BillbeeWorld)World;

    public override Task<Write<PackedGoods>> BadAsync() => Task.FromResult(Write("bad", "999999999", "T"));

    public override int EffectsOf(Write<PackedGoods> write) => Shipments(write).Count;

    public override string? TextOf(Write<PackedGoods> write) => Shipments(write).Single().ShippingId;

    protected override Task<Write<PackedGoods>> MakeAsync(int number, string text) =>
        Task.FromResult(Write($"{number}", Account.Ordered($"N-{number}"), text == OddText ? text : $"T-{number}"));

    private IReadOnlyList<BillbeeShipment> Shipments(Write<PackedGoods> write) => BillbeeMarks.Find(Account, write.Record.OrderKey)?.ShippingIds ?? [];

    private static Write<PackedGoods> Write(string number, string order, string tracking)
    {
        var goods = new PackedGoods
        {
            Key = number, Number = $"N-{number}", Account = "billbee:api@acme.example", OrderKey = order, State = PackingState.Packed, UpdatedAt = DateTimeOffset.UnixEpoch,
            Lines = [new PackedLine("1", "SKU-1", 2)], Parcels = [new Parcel { Trackings = [new Tracking(tracking, null, "dhl")] }],
        };
        return new Write<PackedGoods>(WriteOperation.Create, new RecordRef("pulpo:x", goods.Key, "", goods.Number), goods);
    }

    public sealed class Contract(BillbeeShipments @case) : DestinationContract<BillbeeShipments, PackedGoods>(@case);
}
