using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.States;

/// <summary>
/// Puts states and tags onto orders. Both are absolute, so that twice is as good as once; the order is read first all the same, because people may have
/// cancelled it or taken it further, and every state that is set goes on to the shop.
/// </summary>
internal sealed class BillbeeStatusDestination(BillbeeClient client) : IDestination<OrderProgress>
{
    /// <summary>Marks are updates of orders that exist; there is nothing to be found by itself.</summary>
    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Found>>([.. references.Select(_ => Found.Nothing)]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<OrderProgress>> batch, CancellationToken cancellationToken) =>
        BillbeeOrderBatch.WriteAsync(client, batch, progress => progress.OrderKey, OneAsync, cancellationToken);

    private async Task<WriteResult> OneAsync(Write<OrderProgress> write, BillbeeOrderNow order, CancellationToken cancellationToken)
    {
        var mark = write.Record.Mark!;
        if (mark.Status is { } status && status != order.State && StateOrder.IsOff(order.State)) return BillbeeOrderBatch.TakenBack(write.Ref.Number, order.State);
        var tagged = mark.Tag is { } tag && !order.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase);
        if (tagged) await SendAsync(HttpMethod.Post, "tags", new JsonObject { ["Tags"] = new JsonArray(mark.Tag) }).ConfigureAwait(false);
        var moved = mark.Status is { } wanted && !StateOrder.IsReached(order.State, wanted);
        if (moved) await SendAsync(HttpMethod.Put, "orderstate", new JsonObject { ["NewStateId"] = NumberOf(mark.Status!) }).ConfigureAwait(false);
        return tagged || moved ? WriteResult.Done(order.Id) : WriteResult.Unchanged(order.Id);

        Task SendAsync(HttpMethod method, string what, JsonObject body) =>
            client.DoAsync(BillbeeOrderNow.Write(order.Id, method, what, CallKind.IdempotentWrite, BillbeeBody.Of(body)), cancellationToken);
    }

    private static int NumberOf(string status) => BillbeeState.Number(status) ?? throw new FailureException(new Failure(
        FailureKind.Configuration, "StatusUnknown", $"Billbee has no state \"{status}\". It has {string.Join(", ", BillbeeState.Words)}."));
}
