using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>The two mutations of shipments. Neither is repeated blindly: after a lost answer the order is read, and what stands there counts.</summary>
internal sealed class ShipmentCalls(ShopifyClient client, ShippingOrders orders)
{
    /// <summary>Tells a shipment, and notes it in the order.</summary>
    /// <returns>Its id, or why not.</returns>
    /// <exception cref="FailureException">No clear answer, and the order does not show it either.</exception>
    public async Task<(string? Id, Failure? Failure)> CreateAsync(ShippingOrder order, ShipmentCall call, PackedGoods goods, CancellationToken cancellationToken)
    {
        var tracking = ShipmentTracking.Of(goods, [.. call.Lines.Select(line => line.LineKey)]);
        try
        {
            var answer = await client.MutateAsync(
                ShopifyDocument.FulfillmentCreate, new JsonObject { ["fulfillment"] = Input(call, tracking, goods) }, CallKind.Write, cancellationToken).ConfigureAwait(false);
            var payload = answer.Data?.Get("fulfillmentCreate");
            if (FulfillmentRefusals.Of(ShopifyUserError.Read(payload), order.Name) is { } refusal) return (null, refusal);
            var id = payload?.Get("fulfillment")?.Id() ?? throw NoAnswer(order);
            foreach (var (line, pieces) in call.Parts) line.Remaining -= pieces;
            order.Told.Add(new ToldShipment(id, IsActive: true, call.Lines) { Tracking = tracking });
            return (id, null);
        }
        catch (FailureException e) when (e.OutcomeUnknown)
        {
            return (await FindAsync(order, call, tracking, cancellationToken).ConfigureAwait(false) ?? throw new FailureException(e.Failure, e) { OutcomeUnknown = true }, null);
        }
    }

    /// <summary>Gives a shipment its tracking.</summary>
    /// <returns>Why not; null: done.</returns>
    public async Task<Failure?> TrackAsync(
        ShippingOrder order, ToldShipment shipment, ShipmentTracking tracking, bool notify, CancellationToken cancellationToken)
    {
        try
        {
            // Twice is as good as once, but for the message to the customer.
            var kind = notify ? CallKind.Write : CallKind.IdempotentWrite;
            var variables = new JsonObject { ["id"] = shipment.Id, ["tracking"] = tracking.ToInput(), ["notify"] = notify };
            var answer = await client.MutateAsync(ShopifyDocument.FulfillmentTracking, variables, kind, cancellationToken).ConfigureAwait(false);
            if (FulfillmentRefusals.Of(ShopifyUserError.Read(answer.Data?.Get("fulfillmentTrackingInfoUpdate")), order.Name) is { } refusal) return refusal;
            shipment.Tracking = tracking;
            return null;
        }
        catch (FailureException e) when (e.OutcomeUnknown)
        {
            await LookAsync(order, e, cancellationToken).ConfigureAwait(false);
            if (order.Told.Find(told => told.Id == shipment.Id) is { } now && tracking.IsIn(now.Tracking)) return null;
            throw;
        }
    }

    // What is there now, was not there before and is like what we told can only be ours: the batch holds the route's lease.
    private async Task<string?> FindAsync(ShippingOrder order, ShipmentCall call, ShipmentTracking tracking, CancellationToken cancellationToken)
    {
        var before = order.Told.Select(told => told.Id).ToHashSet(StringComparer.Ordinal);
        await LookAsync(order, null, cancellationToken).ConfigureAwait(false);
        return order.Told.Find(told => told.IsActive && !before.Contains(told.Id) && told.Tracking.Numbers.ToHashSet().SetEquals(tracking.Numbers)
            && told.Lines.ToHashSet().SetEquals(call.Lines))?.Id;
    }

    // A look that fails settles nothing.
    private async Task LookAsync(ShippingOrder order, FailureException? cause, CancellationToken cancellationToken)
    {
        try
        {
            await orders.RefreshAsync(order, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException look)
        {
            throw new FailureException((cause ?? look).Failure, look) { OutcomeUnknown = true };
        }
    }

    private static FailureException NoAnswer(ShippingOrder order) =>
        new(new Failure(FailureKind.Protocol, "NoFulfillment", $"The shop answered the shipment of {order.Name} with neither a shipment nor a refusal.")) { OutcomeUnknown = true };

    private static JsonObject Input(ShipmentCall call, ShipmentTracking tracking, PackedGoods goods)
    {
        var orders = call.Parts.GroupBy(part => part.Line.FulfillmentOrder, StringComparer.Ordinal).Select(group => new JsonObject
        {
            ["fulfillmentOrderId"] = group.Key,
            ["fulfillmentOrderLineItems"] = new JsonArray([.. group.Select(part => new JsonObject { ["id"] = part.Line.Id, ["quantity"] = part.Pieces })]),
        });
        var input = new JsonObject { ["lineItemsByFulfillmentOrder"] = new JsonArray([.. orders]), ["notifyCustomer"] = goods.Telling!.NotifyCustomer };
        if (tracking.ToInput() is { } info) input["trackingInfo"] = info;
        return input;
    }
}
