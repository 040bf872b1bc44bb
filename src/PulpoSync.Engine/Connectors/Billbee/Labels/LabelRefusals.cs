using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Labels;

/// <summary>Why there is no label, in words for the people at the box. Billbee's own texts may quote the address, and are not passed on.</summary>
internal static class LabelRefusals
{
    /// <summary>Code of a refusal that people have to do something about.</summary>
    public const string Refused = "LabelRefused";

    /// <summary>The refusal that an answer means; null where it says nothing about this box, but about all of them.</summary>
    public static Failure? Of(Failure failure, RecordRef reference, BillbeeOrderNow order) => failure.Code switch
    {
        BillbeeErrorCode.OrderCanceled => TakenBack(reference, order with { State = BillbeeState.Canceled }),
        BillbeeErrorCode.OrderDeleted => TakenBack(reference, order with { State = BillbeeState.Deleted }),
        _ when failure.Kind is FailureKind.NotFound => Gone(reference),
        // With a status that says that nothing was done: mostly the carrier's refusal.
        _ when failure.IsRecordOnly || failure.Code is BillbeeErrorCode.InternalError => new Failure(
            FailureKind.Data, Refused,
            $"Billbee made no label for box {reference.Number} ({failure.Code}). Check address, weight and shipping product of order {order.Number} in Billbee; "
            + "making the label there by hand shows the carrier's own words."),
        _ => null,
    };

    /// <summary>There is no such order.</summary>
    public static Failure Gone(RecordRef reference) =>
        new(FailureKind.Data, ReasonCodes.OrderGone, $"No label for box {reference.Number}: Billbee has no such order any more.");

    /// <summary>The order is cancelled or deleted.</summary>
    public static Failure TakenBack(RecordRef reference, BillbeeOrderNow order) =>
        new(FailureKind.Data, ReasonCodes.OrderCancelled, $"No label for box {reference.Number}: order {order.Number} is {order.State} in Billbee.");

    /// <summary>A label may be there of which the store knows nothing, because a backup was put in its place.</summary>
    public static Failure MayBeThere(RecordRef reference, BillbeeOrderNow order) => new(
        FailureKind.Data, ReasonCodes.LabelUnclear,
        $"The store was restored from a backup, and order {order.Number} has a shipment in Billbee: it may be the label of box {reference.Number}. If so, print it and "
        + $"enter its number; if not, Start-Integration -Record {reference.Number} -Recreate makes one.");

    /// <summary>The settings choose none.</summary>
    public static Failure NoChoice(RecordRef reference) =>
        new(FailureKind.Data, ReasonCodes.NoLabelChoice, $"No label for box {reference.Number}: the settings choose none for its shipping method.");

    /// <summary>It has to be known first what became of another box of the order.</summary>
    public static Failure Waits(RecordRef reference) => new(
        FailureKind.Transient, "LabelWaits", $"Box {reference.Number} waits: it is not known yet what became of the label of another box of its order. "
        + "It is tried in the next run.");
}
