using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// What leaves the shop's locations.
public sealed partial class ShopifyShop
{
    private readonly List<Notification> _notifications = [];

    /// <summary>All shipments, oldest first; what was shipped and how it is tracked stands in them.</summary>
    public IReadOnlyList<Fulfillment> Fulfillments
    {
        get { lock (Sync) return [.. _fulfillments.Values]; }
    }

    /// <summary>The messages that customers were sent, oldest first.</summary>
    public IReadOnlyList<Notification> Notifications
    {
        get { lock (Sync) return [.. _notifications]; }
    }

    /// <summary>Ships all that remains of a fulfilment order, or so many of one of its lines, as somebody in the shop or another app would.</summary>
    /// <exception cref="InvalidOperationException">It cannot be shipped.</exception>
    public Fulfillment Fulfill(FulfillmentOrder fulfillmentOrder, OrderLine? line = null, int? quantity = null, params TrackingInfo[] tracking)
    {
        lock (Sync)
        {
            var items = fulfillmentOrder.Items.Where(i => i.RemainingQuantity > 0 && (line is null || i.Line == line));
            return Fulfill([new FulfillmentPart(fulfillmentOrder, [.. items.Select(i => new FulfillmentPartLine(i, quantity ?? i.RemainingQuantity))])], tracking);
        }
    }

    /// <summary>Ships parts of one or more fulfilment orders as one shipment.</summary>
    /// <exception cref="InvalidOperationException">They cannot be shipped, or not together.</exception>
    public Fulfillment Fulfill(IReadOnlyList<FulfillmentPart> parts, IReadOnlyList<TrackingInfo> tracking, bool notify = false)
    {
        lock (Sync)
        {
            if (ShippingRefusal(parts) is { } refusal) throw new InvalidOperationException(refusal);
            var taken = parts.SelectMany(p => p.EffectiveLines.Select(l => (Origin: p.FulfillmentOrder, Item: l.Line!, l.Quantity))).ToArray();
            foreach (var (origin, item, quantity) in taken)
            {
                Ship(item.Line, origin.Location, quantity);
                item.RemainingQuantity -= quantity;
                item.Line.FulfilledQuantity += quantity;
            }
            FulfillmentOrder[] origins = [.. parts.Select(p => p.FulfillmentOrder).Distinct()];
            var order = origins[0].Order;
            var fulfillment = new Fulfillment(NextId(), $"{order.Name}-F{order.Fulfillments.Count + 1}", origins)
            {
                CreatedAt = Now,
                UpdatedAt = Now,
                Tracking = tracking,
                Taken = taken,
                Lines = [.. taken.GroupBy(t => t.Item.Line).Select(g => new FulfillmentLine(NextId(), g.Key, g.Sum(t => t.Quantity)))],
            };
            order.FulfillmentList.Add(fulfillment);
            _fulfillments.Add(fulfillment.Id, fulfillment);
            // That a fulfilment order which is shipped in part is in progress is inferred.
            foreach (var origin in origins)
                SetStatus(origin, origin.Items.TrueForAll(i => i.RemainingQuantity == 0) ? FulfillmentOrderStatus.Closed : FulfillmentOrderStatus.InProgress);
            if (notify) Notify(fulfillment, NotificationKind.Shipped);
            if (Options.ArchivesOrders && order is { FulfillmentStatus: FulfillmentStatus.Fulfilled, FinancialStatus: FinancialStatus.Paid }) order.ClosedAt = Now;
            Touch(order);
            return fulfillment;
        }
    }

    /// <summary>Gives a shipment other tracking.</summary>
    public void SetTracking(Fulfillment fulfillment, IReadOnlyList<TrackingInfo> tracking, bool notify = false)
    {
        lock (Sync)
        {
            fulfillment.Tracking = tracking;
            fulfillment.UpdatedAt = Now;
            if (notify) Notify(fulfillment, NotificationKind.TrackingChanged);
            Touch(fulfillment.Order);
        }
    }

    /// <summary>Cancels a shipment. What it had shipped goes back to its fulfilment order, or to a new one when that is closed.</summary>
    /// <returns>The fulfilment order that now has it to ship.</returns>
    public FulfillmentOrder CancelFulfillment(Fulfillment fulfillment)
    {
        lock (Sync)
        {
            Demand(!fulfillment.IsCancelled, "The fulfilment is cancelled already.");
            fulfillment.IsCancelled = true;
            fulfillment.UpdatedAt = Now;
            FulfillmentOrder? closed = null;
            foreach (var (origin, item, quantity) in fulfillment.Taken)
            {
                item.Line.FulfilledQuantity -= quantity;
                item.RemainingQuantity += quantity;
                origin.UpdatedAt = Now;
                Ship(item.Line, origin.Location, -quantity);
                if (origin.IsActive) continue;
                closed ??= AddFulfillmentOrder(origin.Order, origin.Location, origin.Delivery);
                if (closed.Items.Find(i => i.Line == item.Line) is not null) Grow(closed, item.Line, quantity);
                else closed.Items.Add(new FulfillmentOrderLine(NextId(), item.Line, quantity));
            }
            if (Options.ArchivesOrders) fulfillment.Order.ClosedAt = null;
            Touch(fulfillment.Order);
            return closed ?? fulfillment.FulfillmentOrders[0];
        }
    }

    /// <summary>Why these cannot be shipped as one, in Shopify's words and in the order that it looks at them; null when they can.</summary>
    internal static string? ShippingRefusal(IReadOnlyList<FulfillmentPart> parts)
    {
        long[] orders = [.. parts.Select(p => p.FulfillmentOrder.Order.Id).Distinct().Order()];
        if (orders.Length > 1)
            return $"All fulfillment orders must belong to the same order. Multiple orders with ids [{string.Join(", ", orders)}] were found.";
        long[] locations = [.. parts.Select(p => p.FulfillmentOrder.Location.Id).Distinct().Order()];
        if (locations.Length > 1)
            return $"All fulfillment orders must be assigned to a single location. Multiple locations with ids [{string.Join(", ", locations)}] were found.";
        if (parts.Any(p => p.Lines?.Any(l => l.Line is null) == true)) return "Fulfillment order line item does not exist.";
        var idle = parts.Select(p => p.FulfillmentOrder).FirstOrDefault(f => f.Status is not (FulfillmentOrderStatus.Open or FulfillmentOrderStatus.InProgress));
        if (idle is not null)
            return $"Fulfillment order {idle.Id} has an unfulfillable status= {Scalars.NameOf(idle.Status).ToLowerInvariant()}.";
        var wanted = parts.SelectMany(p => p.EffectiveLines).GroupBy(l => l.Line!).ToArray();
        return wanted.Length > 0 && Array.TrueForAll(wanted, g => g.Sum(l => l.Quantity) <= g.Key.RemainingQuantity)
            ? null
            : "Invalid fulfillment order line item quantity requested.";
    }

    private void Notify(Fulfillment fulfillment, NotificationKind kind)
    {
        fulfillment.Notifications++;
        _notifications.Add(new Notification(fulfillment.Order, kind, Now));
    }
}
