using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Shipments;

/// <summary>
/// Takes packed goods as shipments of orders: one per tracking number, which is also what tells them apart from what stands there. The order's state is
/// left alone: that is the business of status updates.
/// </summary>
internal sealed class BillbeeShipmentDestination(BillbeeClient client) : IDestination<PackedGoods>
{
    /// <summary>
    /// Nothing at Billbee names a packing, so that its key alone finds nothing: what an interrupted run has told is recognised by its tracking numbers when the
    /// record is written again, which reads the order first.
    /// </summary>
    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Found>>([.. references.Select(_ => Found.Nothing)]);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<PackedGoods>> batch, CancellationToken cancellationToken) =>
        BillbeeOrderBatch.WriteAsync(client, batch, goods => goods.OrderKey, OneAsync, cancellationToken);

    private async Task<WriteResult> OneAsync(Write<PackedGoods> write, BillbeeOrderNow order, CancellationToken cancellationToken)
    {
        var trackings = write.Record.Parcels.SelectMany(parcel => parcel.Trackings).Where(tracking => !string.IsNullOrWhiteSpace(tracking.Number))
            .DistinctBy(tracking => tracking.Number.Trim(), StringComparer.OrdinalIgnoreCase).ToList();
        if (trackings.Count == 0) return Numberless(write.Ref.Number);
        var missing = trackings.FindAll(tracking => !IsThere(order, tracking));
        // What is told already stays told, whatever became of the order.
        if (missing.Count == 0) return WriteResult.Unchanged(order.Id);
        if (order.IsTakenBack) return BillbeeOrderBatch.TakenBack(write.Ref.Number, order.State);
        foreach (var tracking in missing) await TellAsync(order, tracking, cancellationToken).ConfigureAwait(false);
        return WriteResult.Done(order.Id);
    }

    private async Task TellAsync(BillbeeOrderNow order, Tracking tracking, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["ShippingId"] = tracking.Number.Trim(), ["ShipmentType"] = 0 };
        if ((tracking.CarrierName ?? tracking.Carrier) is { } carrier && BillbeeCarriers.NumberOf(carrier) is { } number) body["CarrierId"] = number;
        try
        {
            var call = BillbeeOrderNow.Write(order.Id, HttpMethod.Post, "shipment", CallKind.Write, BillbeeBody.Of(body));
            await client.DoAsync(call, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e) when (e.OutcomeUnknown)
        {
            // Not there now may still be there later: then the next run finds it before it writes.
            if (!await IsThereNowAsync(order.Id, tracking, cancellationToken).ConfigureAwait(false)) throw;
        }
    }

    private async Task<bool> IsThereNowAsync(string id, Tracking tracking, CancellationToken cancellationToken)
    {
        try
        {
            return await BillbeeOrderNow.FindAsync(client, id, cancellationToken).ConfigureAwait(false) is { } now && IsThere(now, tracking);
        }
        catch (FailureException)
        {
            // A look that fails settles nothing.
            return false;
        }
    }

    private static WriteResult Numberless(string number) =>
        WriteResult.LeftOut(ReasonCodes.NoTrackingNumber, $"{number} has no tracking number, by which Billbee knows shipments.");

    private static bool IsThere(BillbeeOrderNow order, Tracking tracking) =>
        order.Parcels.Any(parcel => string.Equals(parcel.TrackingNumber, tracking.Number.Trim(), StringComparison.OrdinalIgnoreCase));
}
