using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>
/// Brings the shop to know of one packing: finds what of it was told already, tells the rest, and gives all of it its tracking. Absolute, so that it may
/// be done again at any time: what a shipment holds that carries one of our tracking numbers, or that is ours by id, is never told twice.
/// </summary>
internal sealed class ShipmentWriter(ShippingOrders orders, ShipmentCalls calls)
{
    // Somebody may split or move while we write; whoever does so without end is met again at the next run.
    private const int MostTries = 3;

    public async Task<WriteResult> WriteAsync(Write<PackedGoods> write, ShippingOrder order, CancellationToken cancellationToken)
    {
        var mine = new OwnShipments(write, order, Ids(write.Operation is WriteOperation.Create ? null : write.Ref.DestinationId), [.. write.Ref.Others.SelectMany(Ids)]);
        if (mine.AreCancelled) return Refused(RefusalCodes.CancelledAtDestination, $"The shipment of {write.Ref.Number} was cancelled in the shop; it is not told again by itself.");
        var made = false;
        for (var attempt = 1; ; attempt++)
        {
            var plan = new ShipmentPlan(order, mine.Rest(), write.Record.LocationKey);
            if (plan.Blocked is { } blocked) return Blocked(write, order, blocked) with { Id = IdOf(mine) };
            if (plan.Calls.Count == 0 && mine.Found().Count == 0) return NothingOpen(write, order);
            var failure = default(Failure);
            foreach (var call in plan.Calls)
            {
                (var id, failure) = await calls.CreateAsync(order, call, write.Record, cancellationToken).ConfigureAwait(false);
                if (failure is not null) break;
                mine.Add(id!);
                made = true;
            }

            if (failure is { Code: FulfillmentRefusals.Changed } && attempt < MostTries)
            {
                await orders.RefreshAsync(order, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (failure is not null) return WriteResult.Refused(failure) with { Id = IdOf(mine) };
            return await FinishAsync(write, order, mine, made, plan, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<WriteResult> FinishAsync(
        Write<PackedGoods> write, ShippingOrder order, OwnShipments mine, bool made, ShipmentPlan plan, CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var shipment in mine.Found().Where(shipment => shipment.IsActive))
        {
            if (mine.NewTracking(shipment) is not { } tracking) continue;
            if (await calls.TrackAsync(order, shipment, tracking, write.Record.Telling!.NotifyCustomer, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                return WriteResult.Refused(failure) with { Id = IdOf(mine) };
            }

            changed = true;
        }

        var id = IdOf(mine)!;
        order.Claim(Ids(id));
        return WriteResult.Done(id) with
        {
            // Found after an interruption counts as made: it is ours.
            Became = made || write.Ref.InDoubt ? null : changed ? OutcomeKind.Updated : OutcomeKind.Unchanged,
            Warning = plan.Missing.Count == 0 ? null : Short(write, plan),
        };
    }

    private static WriteResult NothingOpen(Write<PackedGoods> write, ShippingOrder order) =>
        order.IsCancelled ? WriteResult.LeftOut(ReasonCodes.OrderCancelled, $"The warehouse packed {write.Ref.Number}, but the shop has cancelled {order.Name}: stop the goods.")
        : order is { Open.Count: 0, Told.Count: 0 } ? Refused(
            ReasonCodes.FulfillmentOrdersHidden,
            $"The shop shows no fulfilment order for {order.Name}. Mostly the app lacks a scope for the location that ships, such as write_third_party_fulfillment_orders.")
        : WriteResult.LeftOut(ReasonCodes.AlreadyFulfilled, $"{write.Ref.Number} is packed, but {order.Name} has nothing open in the shop: it is fulfilled there already, or was refunded.");

    private static WriteResult Blocked(Write<PackedGoods> write, ShippingOrder order, OpenLine line) => line.IsHeld
        ? Refused(
            RefusalCodes.HoldInShop,
            $"{write.Ref.Number} is packed, but {order.Name} is {(line.Status == "ON_HOLD" ? "on hold" : "scheduled for later")} in the shop; it is told when it is released there.")
        : Refused(
            "FulfillmentNotAllowed",
            $"The shop does not let us tell the shipment of {order.Name}: its fulfilment order ({line.Status}) belongs to somebody else, such as a fulfilment service.");

    private static string Short(Write<PackedGoods> write, ShipmentPlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"{write.Ref.Number}: fewer pieces were open in the shop than the warehouse packed ({string.Join(", ", plan.Missing.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Line.Sku ?? one.Line.LineKey}: {one.Pieces} too many")))}); the others were told.");

    private static WriteResult Refused(string code, string message) => WriteResult.Refused(new Failure(FailureKind.Conflict, code, message));

    private static HashSet<string> Ids(string? joined) => [.. DestinationIds.Of(joined)];

    private static string? IdOf(OwnShipments mine) => DestinationIds.Join(mine.Found().Select(shipment => shipment.Id));
}
