using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// What the merchant changes about an order. All of it moves Order.updatedAt.
public sealed partial class ShopifyShop
{
    /// <summary>Edits the quantity of a line. A smaller one leaves the ordered quantity and lowers the current one, as Shopify's order editing does.</summary>
    /// <exception cref="InvalidOperationException">More is shipped already, or the order is cancelled.</exception>
    public void SetQuantity(OrderLine line, int quantity)
    {
        lock (Sync)
        {
            Demand(line.Order.CancelledAt is null, "A cancelled order cannot be edited.");
            Demand(quantity >= line.FulfilledQuantity, "Less than what is shipped.");
            var more = quantity - line.CurrentQuantity;
            if (more > 0)
            {
                line.Quantity += more;
                var home = line.Order.FulfillmentOrderList.Find(f => f.Items.Exists(i => i.Line == line));
                var open = home is null ? null : line.Order.FulfillmentOrderList.Find(f => f.Status == FulfillmentOrderStatus.Open && f.Items.Exists(i => i.Line == line));
                if (open is null) Assign(line, more, home?.Location ?? _locations[0], home?.Delivery ?? DeliveryMethodType.Shipping);
                else Grow(open, line, more);
            }
            else
            {
                TakeAway(line, -more);
            }
            Touch(line.Order);
        }
    }

    /// <summary>Adds a line.</summary>
    public OrderLine AddLine(Order order, OrderLineDraft draft)
    {
        lock (Sync)
        {
            Demand(order.CancelledAt is null, "A cancelled order cannot be edited.");
            var delivery = order.FulfillmentOrderList.Find(f => f.Delivery != DeliveryMethodType.None)?.Delivery ?? DeliveryMethodType.Shipping;
            var line = AddTo(order, draft, delivery);
            Touch(order);
            return line;
        }
    }

    /// <summary>Changes the address to ship to; null takes it away.</summary>
    public void SetShippingAddress(Order order, Address? address) => Change(order, () => order.ShippingAddress = address);

    /// <summary>Adds tags; those that are there already stay once.</summary>
    public void AddTags(Order order, params string[] tags) =>
        Change(order, () => order.Tags = [.. order.Tags.Union(tags.Select(t => t.Trim()), StringComparer.OrdinalIgnoreCase)]);

    /// <summary>Takes tags away.</summary>
    public void RemoveTags(Order order, params string[] tags) =>
        Change(order, () => order.Tags = [.. order.Tags.Except(tags, StringComparer.OrdinalIgnoreCase)]);

    /// <summary>Changes the note.</summary>
    public void SetNote(Order order, string? note) => Change(order, () => order.Note = note);

    /// <summary>Archives an order, or takes it out of the archive.</summary>
    public void SetClosed(Order order, bool closed) => Change(order, () => order.ClosedAt = closed ? Now : null);

    /// <summary>Sets whether it is paid: captured, voided, expired, …</summary>
    public void SetFinancialStatus(Order order, FinancialStatus status) => Change(order, () => order.FinancialStatus = status);

    /// <summary>Sets a fulfilment status that does not follow from the fulfilment orders; null goes back to the one that does.</summary>
    public void SetFulfillmentStatus(Order order, FulfillmentStatus? status) => Change(order, () => order.FulfillmentStatusOverride = status);

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
            var parts = line is not null ? [(Line: line, Quantity: quantity)] : order.LineList.Where(l => l.CurrentQuantity > 0).Select(l => (Line: l, Quantity: l.CurrentQuantity)).ToArray();
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

    /// <summary>Hides an order from every search, as if the index had lost it; by its id it is still found.</summary>
    public void SetHidden(Order order, bool hidden)
    {
        lock (Sync) order.IsHiddenFromSearch = hidden;
    }

    // What is not shipped yet goes out of the fulfilment orders, the last ones first.
    private void TakeAway(OrderLine line, int quantity)
    {
        line.RemovedQuantity += quantity;
        var tooMany = line.Order.FulfillmentOrderList.Where(f => f.IsActive).Sum(f => f.Items.Where(i => i.Line == line).Sum(i => i.RemainingQuantity)) - line.UnfulfilledQuantity;
        foreach (var fulfillmentOrder in line.Order.FulfillmentOrderList.Where(f => f.IsActive).Reverse())
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

    private void Grow(FulfillmentOrder fulfillmentOrder, OrderLine line, int more)
    {
        var item = fulfillmentOrder.Items.Find(i => i.Line == line)!;
        item.TotalQuantity += more;
        item.RemainingQuantity += more;
        fulfillmentOrder.UpdatedAt = Now;
    }

    private void Close(FulfillmentOrder fulfillmentOrder)
    {
        fulfillmentOrder.Status = FulfillmentOrderStatus.Closed;
        fulfillmentOrder.HoldList.Clear();
        fulfillmentOrder.UpdatedAt = Now;
    }

    private void Change(Order order, Action change)
    {
        lock (Sync)
        {
            change();
            Touch(order);
        }
    }

    private static void Demand(bool condition, string otherwise)
    {
        if (!condition) throw new InvalidOperationException(otherwise);
    }
}
