using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// What goes from one fulfilment order to another.
public sealed partial class ShopifyShop
{
    /// <summary>
    /// Moves a fulfilment order, or so many of one of its lines, to another location. Moved as a whole it keeps its id and changes its location; a part
    /// gets a new fulfilment order. Where the location has an active one of the order already, that one closes and a new one takes the lines of both.
    /// </summary>
    /// <returns>The fulfilment order that now has the lines.</returns>
    public FulfillmentOrder Move(FulfillmentOrder fulfillmentOrder, Location location, OrderLine? line = null, int? quantity = null)
    {
        lock (Sync)
        {
            Demand(fulfillmentOrder.Status is FulfillmentOrderStatus.Open or FulfillmentOrderStatus.OnHold or FulfillmentOrderStatus.Scheduled,
                "Cannot be moved in this status.");
            Demand(fulfillmentOrder.Location != location, "It is there already.");
            var order = fulfillmentOrder.Order;
            var there = order.FulfillmentOrderList.Find(f => f.IsActive && f.Location == location && f.Delivery == fulfillmentOrder.Delivery);
            Touch(order);
            if (line is null && there is null && fulfillmentOrder.Items.TrueForAll(i => i.RemainingQuantity == i.TotalQuantity))
            {
                foreach (var item in fulfillmentOrder.Items) Recommit(item.Line, fulfillmentOrder.Location, location, item.RemainingQuantity);
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

    // Another location now has to keep them for the order.
    private void Recommit(OrderLine line, Location from, Location to, int quantity)
    {
        if (from == to) return;
        Commit(line, from, -quantity);
        Commit(line, to, quantity);
    }

    private void MoveItems(FulfillmentOrder from, FulfillmentOrder to, OrderLine? line, int? quantity)
    {
        foreach (var item in from.Items.Where(i => i.RemainingQuantity > 0 && (line is null || i.Line == line)).ToArray())
        {
            var moved = quantity ?? item.RemainingQuantity;
            Demand(moved <= item.RemainingQuantity, "Invalid fulfillment order line item quantity requested.");
            Recommit(item.Line, from.Location, to.Location, moved);
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
}
