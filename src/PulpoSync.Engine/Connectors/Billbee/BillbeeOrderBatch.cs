using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>Carries out what is told about orders: what an order that is gone or taken back means for it is the same for all kinds.</summary>
internal static class BillbeeOrderBatch
{
    // Each endpoint takes two calls a second: more orders at a time would only wait.
    private const int AtOnce = 4;

    /// <summary>Reads the order first; one that is gone is left out, before the write and where it goes during it.</summary>
    public static Task<IReadOnlyList<WriteResult>> WriteAsync<TRecord>(
        BillbeeClient client, IReadOnlyList<Write<TRecord>> batch, Func<TRecord, string> orderOf,
        Func<Write<TRecord>, BillbeeOrderNow, CancellationToken, Task<WriteResult>> write, CancellationToken cancellationToken) => OrderBatch.WriteAsync(
        batch, AtOnce, orderOf,
        async (one, token) =>
        {
            try
            {
                var order = await BillbeeOrderNow.FindAsync(client, orderOf(one.Record), token).ConfigureAwait(false);
                return order is null ? Gone(one.Ref.Number) : await write(one, order, token).ConfigureAwait(false);
            }
            catch (FailureException e) when (e.Failure is { Kind: FailureKind.NotFound })
            {
                return Gone(one.Ref.Number);
            }
            catch (FailureException e) when (e.Failure.Code is BillbeeErrorCode.OrderCanceled or BillbeeErrorCode.OrderDeleted)
            {
                return TakenBack(one.Ref.Number, e.Failure.Code is BillbeeErrorCode.OrderDeleted ? BillbeeState.Deleted : BillbeeState.Canceled);
            }
        },
        cancellationToken);

    /// <summary>There is no such order.</summary>
    public static WriteResult Gone(string number) => WriteResult.LeftOut(ReasonCodes.OrderGone, $"Billbee has no order for {number} any more.");

    /// <summary>Somebody has set the order to a state that nothing is to follow.</summary>
    public static WriteResult TakenBack(string number, string state) =>
        WriteResult.LeftOut(ReasonCodes.OrderCancelled, $"The order of {number} is {state} in Billbee, and is left so.");
}
