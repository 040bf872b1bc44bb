using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Shipments;

/// <summary>
/// Shipments: packed goods are told to the shop once, when the settings say so; later news of their tracking changes what was told. The tracking number is
/// what a shipment is known by, so the destination looks before it makes one.
/// </summary>
internal sealed class ShipmentFlow(ShipmentSettings settings, IKeyedHash hash, string fingerprint, bool recreate) : IFlow<PackedGoods>
{
    // One packing is one record is one part.
    private const string Part = "";

    public string Fingerprint => fingerprint;

    public string KeyOf(PackedGoods record) => record.Key;

    public string NumberOf(PackedGoods record) => record.Number;

    public string VersionOf(PackedGoods record) => record.UpdatedAt.ToString("O", CultureInfo.InvariantCulture);

    public Plan<PackedGoods> Plan(PackedGoods record, IReadOnlyList<LedgerRow> rows)
    {
        var row = rows.FirstOrDefault(row => row.Part == Part);
        var isTold = row is { IsAlive: true };
        if (record.Account != settings.Account) return Left(ReasonCodes.OtherAccount, $"The goods were ordered by {record.Account}.");
        if (record.State is PackingState.Cancelled) return isTold ? TakenBack(record) : Left(ReasonCodes.PackingCancelled, "The warehouse has taken the goods back.");
        if (row is { State: LedgerState.Cancelled } && !recreate) return Withdrawn(row);
        if (record.State is PackingState.Open) return isTold ? Unchanged(null) : Waits((ReasonCodes.NotPacked, "The goods are not packed yet."));
        if (!isTold && WaitsFor(record) is { } waits) return Waits(waits);
        if (!isTold && record.Lines.Count == 0) return Left(ReasonCodes.NothingToShip, "Nothing was packed.");
        var goods = Named(record);
        var content = ShipmentContent.Hash(goods, hash);
        var isIncomplete = IsIncomplete(goods);
        return isTold && row!.Hash == content ? Unchanged(isIncomplete ? LedgerState.Waiting : null) : Tell(goods, row, content, isIncomplete);
    }

    private static Plan<PackedGoods> Tell(PackedGoods goods, LedgerRow? row, string content, bool isIncomplete)
    {
        var operation = row is { IsAlive: true } ? WriteOperation.Update : WriteOperation.Create;
        var pieces = goods.Lines.Sum(line => line.Quantity);
        var numbers = goods.Parcels.Sum(parcel => parcel.Trackings.Count);
        var message = string.Create(
            CultureInfo.InvariantCulture,
            $"{pieces} piece{(pieces == 1 ? "" : "s")} packed{(goods.Warehouse is null ? "" : $" in {goods.Warehouse}")}, {(numbers == 0 ? "no" : numbers)} tracking number{(numbers == 1 ? "" : "s")}.");
        return new Plan<PackedGoods>
        {
            Writes =
            [
                new PlannedWrite<PackedGoods>(Part, 1, goods.Number, operation, goods, content, null, message)
                {
                    IsIncomplete = isIncomplete, Reason = isIncomplete ? ReasonCodes.WaitingForTracking : null,
                },
            ],
        };
    }

    private PackedGoods Named(PackedGoods record) => record with
    {
        Telling = new ShipmentTelling(settings.NotifyCustomer),
        Parcels = [.. record.Parcels.Select(parcel => parcel with { Trackings = [.. parcel.Trackings.Select(Named)] })],
    };

    private Tracking Named(Tracking tracking) =>
        tracking with { CarrierName = tracking.Carrier is { } code && settings.CarrierMap.TryGetValue(code, out var name) ? name : null };

    private (string Reason, string Message)? WaitsFor(PackedGoods record) => (record.State, settings.ShipWhen) switch
    {
        (PackingState.Packed, ShipWhen.Ended) => (ReasonCodes.WaitingToLeave, "Packed; the order has not left the warehouse yet."),
        (PackingState.Packed, ShipWhen.Tracking) when !HasTracking(record) =>
            (ReasonCodes.WaitingForTracking, "Packed, but a tracking number is missing; told when it is there, or when the order has left the warehouse."),
        _ => null,
    };

    // A box that holds nothing needs no label; where no box says what it holds, each counts.
    private static bool HasTracking(PackedGoods record)
    {
        var filled = record.Parcels.Where(parcel => parcel.Lines.Count > 0).ToList();
        var boxes = filled.Count > 0 ? filled : record.Parcels;
        return boxes.Count > 0 && boxes.All(parcel => parcel.Trackings.Count > 0);
    }

    // A late number moves no time of the packing that one could go by.
    private bool IsIncomplete(PackedGoods goods) => !HasTracking(goods) && settings.Now < (goods.PackedAt ?? goods.UpdatedAt) + settings.TrackingHours;

    private static Plan<PackedGoods> Unchanged(LedgerState? state) => Only(state is null
        ? new Decision(Part, OutcomeKind.Unchanged, null, null, "The shop has been told exactly this.")
        : new Decision(Part, OutcomeKind.Unchanged, state, ReasonCodes.WaitingForTracking, "The shop has been told; a tracking number is still missing."));

    private static Plan<PackedGoods> Waits((string Reason, string Message) waits) =>
        Only(new Decision(Part, OutcomeKind.Skipped, LedgerState.Waiting, waits.Reason, waits.Message));

    private static Plan<PackedGoods> Left(string reason, string message) => Only(new Decision(Part, OutcomeKind.Skipped, LedgerState.Skipped, reason, message));

    // Whether the goods are on their way or back on the shelf is for people to find out.
    private static Plan<PackedGoods> TakenBack(PackedGoods record) => Only(
        new Decision(
            Part, OutcomeKind.Skipped, null, ReasonCodes.CancelledAfterTelling,
            $"{record.Number} was cancelled in the warehouse after the shop had been told that it left. Cancel the shipment in the shop if the goods did not leave.")
        {
            WarnOnceFor = ReasonCodes.CancelledAfterTelling,
        });

    private static Plan<PackedGoods> Withdrawn(LedgerRow row) => Only(new Decision(
        Part, OutcomeKind.Skipped, null, ReasonCodes.CancelledAtDestination, row.Message ?? "The shipment was cancelled in the shop, and is not told again."));

    private static Plan<PackedGoods> Only(Decision decision) => new() { Decisions = [decision] };
}
