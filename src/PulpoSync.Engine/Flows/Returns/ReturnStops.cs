using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.Returns;

/// <summary>Why a return as a whole is not written, or not yet.</summary>
internal static class ReturnStops
{
    /// <summary>The reason; null: there is none.</summary>
    public static Decision? Of(GoodsReturn record, ReturnSettings settings) =>
        record.ReceivedAt < settings.StartFrom ? Skip(ReasonCodes.BeforeStart, "It was received before StartFrom.")
        // Read again by its key each run until the warehouse has finished it: pieces that are booked later move nothing that could be asked for.
        : !record.IsFinished ? Wait(ReasonCodes.ReturnNotFinished, "The warehouse is still receiving it.")
        : record.OrderNumber is null ? Skip(ReasonCodes.ReturnWithoutOrder, "It names no order, so it can be registered with none.")
        : record.OrderKey is null ? Skip(ReasonCodes.ReturnWithoutOrder, $"Order {record.OrderNumber} was not imported by PulpoSync, so its order in the shop is not known.")
        : record.OrderAccount != settings.Account ? Skip(ReasonCodes.ReturnOfOtherShop, $"Order {record.OrderNumber} belongs to {record.OrderAccount}.")
        : record.Lines.Count == 0 ? Skip(ReasonCodes.NothingReturned, "The warehouse finished it without any piece.")
        : null;

    private static Decision Skip(string reason, string message) => new(null, OutcomeKind.Skipped, LedgerState.Skipped, reason, message);

    private static Decision Wait(string reason, string message) => new(null, OutcomeKind.Skipped, LedgerState.Waiting, reason, message);
}
