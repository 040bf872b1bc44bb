using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// What ends orders, wholly or in part.
public sealed partial class ShopifyShop
{
    /// <summary>
    /// Cancels an order. Its fulfilment orders close; their remaining quantities stay unless it is restocked. The fulfilment status stays as it was.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is cancelled already, or something is shipped.</exception>
    public void Cancel(Order order, CancelReason reason = CancelReason.Customer, bool restock = false)
    {
        lock (Sync)
        {
            Demand(order.CancelledAt is null, "This order has already been canceled");
            Demand(!order.FulfillmentList.Exists(f => !f.IsCancelled), "Cannot cancel an order that has outstanding fulfillments");
            order.CancelledAt = order.ClosedAt = Now;
            order.CancelReason = reason;
            foreach (var fulfillmentOrder in order.FulfillmentOrderList.Where(f => f.IsActive))
            {
                if (restock) foreach (var item in fulfillmentOrder.Items) item.TotalQuantity = item.RemainingQuantity = 0;
                Close(fulfillmentOrder);
            }
            Touch(order);
        }
    }

    /// <summary>Gives money back for some of a line, or for all that is left of the order.</summary>
    /// <exception cref="InvalidOperationException">There is not so much left of the line.</exception>
    public Refund Refund(Order order, OrderLine? line = null, int quantity = 1, RestockType restock = RestockType.Cancel, string? note = null)
    {
        lock (Sync)
        {
            (OrderLine Line, int Quantity)[] parts = line is not null
                ? [(line, quantity)]
                : [.. order.LineList.Where(l => l.CurrentQuantity > 0).Select(l => (l, l.CurrentQuantity))];
            Demand(Array.TrueForAll(parts, p => p.Quantity <= p.Line.CurrentQuantity), "There is not so much left of the line.");
            var lines = Array.ConvertAll(parts, p => new RefundLine(NextId(), p.Line, p.Quantity, restock, _locations[0]));
            var amount = line is not null ? lines.Sum(l => l.Quantity * l.Line.DiscountedPrice) : Math.Max(0, order.Total - order.Refunded);
            foreach (var part in parts) TakeAway(part.Line, part.Quantity);
            var refund = new Refund(NextId(), order, Now, note, amount, lines);
            order.RefundList.Add(refund);
            order.FinancialStatus = order.Refunded >= order.Total ? FinancialStatus.Refunded : FinancialStatus.PartiallyRefunded;
            Touch(order);
            return refund;
        }
    }

    // What is not shipped yet goes out of the fulfilment orders, the last ones first.
    private void TakeAway(OrderLine line, int quantity)
    {
        line.RemovedQuantity += quantity;
        var active = line.Order.FulfillmentOrderList.FindAll(f => f.IsActive);
        var tooMany = active.SelectMany(f => f.Items).Where(i => i.Line == line).Sum(i => i.RemainingQuantity) - line.UnfulfilledQuantity;
        foreach (var fulfillmentOrder in Enumerable.Reverse(active))
        {
            foreach (var item in fulfillmentOrder.Items.Where(i => i.Line == line && tooMany > 0))
            {
                var less = Math.Min(tooMany, item.RemainingQuantity);
                item.RemainingQuantity -= less;
                item.TotalQuantity -= less;
                tooMany -= less;
                fulfillmentOrder.UpdatedAt = Now;
            }
            fulfillmentOrder.Items.RemoveAll(i => i.TotalQuantity == 0 && fulfillmentOrder.Items.Count > 1);
            if (fulfillmentOrder.Items.TrueForAll(i => i.RemainingQuantity == 0)) Close(fulfillmentOrder);
        }
    }

    private void Close(FulfillmentOrder fulfillmentOrder)
    {
        fulfillmentOrder.Status = FulfillmentOrderStatus.Closed;
        fulfillmentOrder.HoldList.Clear();
        fulfillmentOrder.UpdatedAt = Now;
    }
}
