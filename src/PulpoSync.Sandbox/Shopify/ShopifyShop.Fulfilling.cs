using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// What happens to fulfilment orders.
public sealed partial class ShopifyShop
{
    /// <summary>Holds a fulfilment order. Its own time of change moves, the order's does not.</summary>
    public void Hold(FulfillmentOrder fulfillmentOrder, HoldReason reason = HoldReason.Other, string? notes = null)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.IsActive, "A closed fulfilment order cannot be held.");
            fulfillmentOrder.HoldList.Add(new Hold(NextId(), reason, notes));
            SetStatus(fulfillmentOrder, FulfillmentOrderStatus.OnHold);
        }
    }

    /// <summary>Releases all holds. The order's time of change does not move.</summary>
    public void ReleaseHold(FulfillmentOrder fulfillmentOrder)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status == FulfillmentOrderStatus.OnHold, "The fulfilment order is not on hold.");
            fulfillmentOrder.HoldList.Clear();
            SetStatus(fulfillmentOrder, FulfillmentOrderStatus.Open);
        }
    }

    /// <summary>Puts a fulfilment order off. That the order's time of change does not move is inferred.</summary>
    public void Schedule(FulfillmentOrder fulfillmentOrder, DateTimeOffset fulfillAt)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status == FulfillmentOrderStatus.Open, "Only an open fulfilment order can be put off.");
            fulfillmentOrder.FulfillAt = fulfillAt;
            SetStatus(fulfillmentOrder, FulfillmentOrderStatus.Scheduled);
        }
    }

    /// <summary>Opens a fulfilment order that is scheduled or in progress. That the order's time of change does not move is inferred.</summary>
    public void Open(FulfillmentOrder fulfillmentOrder)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status is FulfillmentOrderStatus.Scheduled or FulfillmentOrderStatus.InProgress,
                "Only a scheduled one or one in progress can be opened.");
            SetStatus(fulfillmentOrder, FulfillmentOrderStatus.Open);
        }
    }

    /// <summary>Reports that work has begun: IN_PROGRESS.</summary>
    public void ReportProgress(FulfillmentOrder fulfillmentOrder)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status == FulfillmentOrderStatus.Open, "Only an open fulfilment order can make progress.");
            SetStatus(fulfillmentOrder, FulfillmentOrderStatus.InProgress);
            Touch(fulfillmentOrder.Order);
        }
    }

    /// <summary>Ends a fulfilment order that cannot be completed: INCOMPLETE or CANCELLED.</summary>
    public void Abandon(FulfillmentOrder fulfillmentOrder, FulfillmentOrderStatus status)
    {
        lock (Sync)
        {
            Demand(status is FulfillmentOrderStatus.Incomplete or FulfillmentOrderStatus.Cancelled, "Only INCOMPLETE and CANCELLED abandon.");
            SetStatus(fulfillmentOrder, status);
            Touch(fulfillmentOrder.Order);
        }
    }

    /// <summary>Ships all that remains of a fulfilment order, or so many of one of its lines, as somebody in the shop or another app would.</summary>
    public Fulfillment Fulfill(FulfillmentOrder fulfillmentOrder, OrderLine? line = null, int? quantity = null, params TrackingInfo[] tracking)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status is FulfillmentOrderStatus.Open or FulfillmentOrderStatus.InProgress,
                $"Fulfillment order {fulfillmentOrder.Id} has an unfulfillable status= {Scalars.NameOf(fulfillmentOrder.Status).ToLowerInvariant()}.");
            var items = fulfillmentOrder.Items.Where(i => i.RemainingQuantity > 0 && (line is null || i.Line == line)).ToArray();
            Demand(items.Length > 0 && Array.TrueForAll(items, i => (quantity ?? 1) <= i.RemainingQuantity),
                "Invalid fulfillment order line item quantity requested.");
            var lines = Array.ConvertAll(items, i => new FulfillmentLine(NextId(), i.Line, quantity ?? i.RemainingQuantity));
            foreach (var (item, shipped) in items.Zip(lines))
            {
                item.RemainingQuantity -= shipped.Quantity;
                item.Line.FulfilledQuantity += shipped.Quantity;
            }
            var order = fulfillmentOrder.Order;
            var fulfillment = new Fulfillment(NextId(), $"{order.Name}-F{order.Fulfillments.Count + 1}", fulfillmentOrder)
            {
                CreatedAt = Now, UpdatedAt = Now, Tracking = tracking, Lines = lines,
            };
            order.FulfillmentList.Add(fulfillment);
            _fulfillments.Add(fulfillment.Id, fulfillment);
            // That a fulfilment order which is shipped in part is in progress is inferred.
            var isDone = fulfillmentOrder.Items.TrueForAll(i => i.RemainingQuantity == 0);
            SetStatus(fulfillmentOrder, isDone ? FulfillmentOrderStatus.Closed : FulfillmentOrderStatus.InProgress);
            Touch(order);
            return fulfillment;
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
            var origin = fulfillment.FulfillmentOrder;
            var target = origin.IsActive ? origin : AddFulfillmentOrder(origin.Order, origin.Location, origin.Delivery);
            foreach (var (_, line, quantity) in fulfillment.Lines)
            {
                line.FulfilledQuantity -= quantity;
                origin.Items.Find(i => i.Line == line)!.RemainingQuantity += quantity;
                if (target != origin) target.Items.Add(new FulfillmentOrderLine(NextId(), line, quantity));
            }
            Touch(origin.Order);
            return target;
        }
    }

    private void SetStatus(FulfillmentOrder fulfillmentOrder, FulfillmentOrderStatus status)
    {
        fulfillmentOrder.Status = status;
        fulfillmentOrder.UpdatedAt = Now;
    }
}
