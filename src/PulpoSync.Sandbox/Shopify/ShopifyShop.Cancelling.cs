using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// What ends orders, wholly or in part.
public sealed partial class ShopifyShop
{
    /// <summary>
    /// Cancels an order. Its fulfilment orders close; their remaining quantities stay unless it is restocked. The fulfilment status stays as it was.
    /// Goods that are not restocked are lost to the stock.
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
                foreach (var item in fulfillmentOrder.Items)
                {
                    LetGo(item.Line, fulfillmentOrder.Location, item.RemainingQuantity, restock);
                    if (restock) item.TotalQuantity = item.RemainingQuantity = 0;
                }
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
            RefundLineDraft[] lines = line is not null
                ? [new RefundLineDraft(line, quantity, restock)]
                : [.. order.LineList.Where(l => l.CurrentQuantity > 0).Select(l => new RefundLineDraft(l, l.CurrentQuantity, restock))];
            return Refund(order, new RefundDraft { Lines = lines, Note = note, Amount = line is null ? Math.Max(0, order.Total - order.Refunded) : null });
        }
    }

    /// <summary>Gives money back, and says what becomes of the goods.</summary>
    /// <exception cref="InvalidOperationException">There is not so much left of a line.</exception>
    public Refund Refund(Order order, RefundDraft draft)
    {
        lock (Sync)
        {
            Demand(draft.Lines.GroupBy(l => l.Line).All(g => g.Sum(l => l.Quantity) <= g.Key.CurrentQuantity), "There is not so much left of the line.");
            RefundLine[] lines = [.. draft.Lines.Select(l => new RefundLine(NextId(), l.Line, l.Quantity, l.Restock, PlaceOf(l)))];
            foreach (var (_, line, quantity, restock, place) in lines) TakeAway(line, quantity, restock, place);
            var refund = new Refund(
                NextId(), order, Now, draft.Note, draft.Amount ?? (draft.Lines.Sum(l => order.PriceOf(l.Line, l.Quantity)) + draft.Shipping), lines)
            {
                Shipping = draft.Shipping, Return = draft.Return, IsNotified = draft.Notify,
            };
            order.RefundList.Add(refund);
            _refunds.Add(refund.Id, refund);
            if (order.Refunded > 0) order.FinancialStatus = order.Refunded >= order.Total ? FinancialStatus.Refunded : FinancialStatus.PartiallyRefunded;
            if (draft.Notify) _notifications.Add(new Notification(order, NotificationKind.Refunded, Now));
            Touch(order);
            return refund;
        }
    }

    // Goods that are not put back have no place.
    private Location? PlaceOf(RefundLineDraft draft) =>
        draft.Restock == RestockType.NoRestock ? null
        : draft.Location ?? draft.Line.Order.FulfillmentOrderList.Find(f => f.Items.Exists(i => i.Line == draft.Line))?.Location ?? _locations[0];

    // Goods that come back were shipped, unless there are too few of those; all others are first those that were not, the last fulfilment orders' before.
    private void TakeAway(OrderLine line, int quantity, RestockType restock, Location? place)
    {
        var shipped = line.FulfilledQuantity - line.RefundedAfterShipping;
        var ofShipped = restock == RestockType.Return ? Math.Min(quantity, shipped) : Math.Max(0, quantity - line.UnfulfilledQuantity);
        line.RemovedQuantity += quantity;
        line.RefundedAfterShipping += ofShipped;
        if (restock == RestockType.Return && place is not null) TakeBack(line, place, ofShipped);
        var active = line.Order.FulfillmentOrderList.FindAll(f => f.IsActive);
        var tooMany = active.SelectMany(f => f.Items).Where(i => i.Line == line).Sum(i => i.RemainingQuantity) - line.UnfulfilledQuantity;
        foreach (var fulfillmentOrder in Enumerable.Reverse(active))
        {
            foreach (var item in fulfillmentOrder.Items.Where(i => i.Line == line && tooMany > 0))
            {
                var less = Math.Min(tooMany, item.RemainingQuantity);
                LetGo(line, fulfillmentOrder.Location, less, restock != RestockType.NoRestock);
                item.RemainingQuantity -= less;
                item.TotalQuantity -= less;
                tooMany -= less;
                fulfillmentOrder.UpdatedAt = Now;
            }
            fulfillmentOrder.Items.RemoveAll(i => i.TotalQuantity == 0 && fulfillmentOrder.Items.Count > 1);
            if (fulfillmentOrder.Items.TrueForAll(i => i.RemainingQuantity == 0)) Close(fulfillmentOrder);
        }
    }

    // An order no longer waits for goods: they are for sale again, or lost.
    private void LetGo(OrderLine line, Location location, int quantity, bool restock)
    {
        if (restock) Commit(line, location, -quantity);
        else WriteOff(line, location, quantity);
    }

    private void Close(FulfillmentOrder fulfillmentOrder)
    {
        fulfillmentOrder.Status = FulfillmentOrderStatus.Closed;
        fulfillmentOrder.HoldList.Clear();
        fulfillmentOrder.UpdatedAt = Now;
    }
}
