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
            Demand(fulfillmentOrder.Status is FulfillmentOrderStatus.Scheduled or FulfillmentOrderStatus.InProgress, "Only a scheduled one or one in progress can be opened.");
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

    /// <summary>
    /// Moves a fulfilment order, or so many of one of its lines, to another location. Moved as a whole it keeps its id and changes its location; a part
    /// gets a new fulfilment order. Where the location has an active one of the order already, that one closes and a new one takes the lines of both.
    /// </summary>
    /// <returns>The fulfilment order that now has the lines.</returns>
    public FulfillmentOrder Move(FulfillmentOrder fulfillmentOrder, Location location, OrderLine? line = null, int? quantity = null)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status is FulfillmentOrderStatus.Open or FulfillmentOrderStatus.OnHold or FulfillmentOrderStatus.Scheduled, "Cannot be moved in this status.");
            Demand(fulfillmentOrder.Location != location, "It is there already.");
            var order = fulfillmentOrder.Order;
            var there = order.FulfillmentOrderList.Find(f => f.IsActive && f.Location == location && f.Delivery == fulfillmentOrder.Delivery);
            Touch(order);
            if (line is null && there is null && fulfillmentOrder.Items.TrueForAll(i => i.RemainingQuantity == i.TotalQuantity))
            {
                fulfillmentOrder.Location = location;
                fulfillmentOrder.UpdatedAt = Now;
                return fulfillmentOrder;
            }
            var target = AddFulfillmentOrder(order, location, fulfillmentOrder.Delivery);
            if (there is not null) MoveItems(there, target, null, null);
            MoveItems(fulfillmentOrder, target, line, quantity);
            return target;
        }
    }

    /// <summary>Splits so many of a line off into a new fulfilment order at the same location.</summary>
    public FulfillmentOrder Split(FulfillmentOrder fulfillmentOrder, OrderLine line, int quantity)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status == FulfillmentOrderStatus.Open, "Only an open fulfilment order can be split.");
            var target = AddFulfillmentOrder(fulfillmentOrder.Order, fulfillmentOrder.Location, fulfillmentOrder.Delivery);
            MoveItems(fulfillmentOrder, target, line, quantity);
            Touch(fulfillmentOrder.Order);
            return target;
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
            Demand(items.Length > 0 && Array.TrueForAll(items, i => (quantity ?? 1) <= i.RemainingQuantity), "Invalid fulfillment order line item quantity requested.");
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

    private void MoveItems(FulfillmentOrder from, FulfillmentOrder to, OrderLine? line, int? quantity)
    {
        foreach (var item in from.Items.Where(i => i.RemainingQuantity > 0 && (line is null || i.Line == line)).ToArray())
        {
            var moved = quantity ?? item.RemainingQuantity;
            Demand(moved <= item.RemainingQuantity, "Invalid fulfillment order line item quantity requested.");
            item.RemainingQuantity -= moved;
            item.TotalQuantity -= moved;
            if (to.Items.Find(i => i.Line == item.Line) is { } same)
            {
                same.RemainingQuantity += moved;
                same.TotalQuantity += moved;
            }
            else
            {
                to.Items.Add(new FulfillmentOrderLine(NextId(), item.Line, moved));
            }
        }
        from.UpdatedAt = to.UpdatedAt = Now;
        if (from.Items.TrueForAll(i => i.RemainingQuantity == 0)) Close(from);
        else from.Items.RemoveAll(i => i.TotalQuantity == 0);
    }

    private void SetStatus(FulfillmentOrder fulfillmentOrder, FulfillmentOrderStatus status)
    {
        fulfillmentOrder.Status = status;
        fulfillmentOrder.UpdatedAt = Now;
    }
}
