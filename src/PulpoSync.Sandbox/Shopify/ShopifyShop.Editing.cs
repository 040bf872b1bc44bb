using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// What the merchant changes about an order. All of it moves Order.updatedAt.
public sealed partial class ShopifyShop
{
    /// <summary>
    /// Edits the quantity of a line. A smaller one leaves the ordered quantity and lowers the current one, as Shopify's order editing does;
    /// what is taken away can be sold again, unless it is not restocked.
    /// </summary>
    /// <exception cref="InvalidOperationException">More is shipped already, or the order is cancelled.</exception>
    public void SetQuantity(OrderLine line, int quantity, bool restock = true)
    {
        lock (Sync)
        {
            Demand(line.Order.CancelledAt is null, "A cancelled order cannot be edited.");
            Demand(quantity >= line.FulfilledQuantity, "Less than what is shipped.");
            var more = quantity - line.CurrentQuantity;
            if (more > 0)
            {
                line.Quantity += more;
                var homes = line.Order.FulfillmentOrderList.FindAll(f => f.Items.Exists(i => i.Line == line));
                if (homes.Find(f => f.Status == FulfillmentOrderStatus.Open) is { } open)
                {
                    Grow(open, line, more);
                    Commit(line, open.Location, more);
                }
                else
                {
                    Assign(line, more, homes[0].Location, homes[0].Delivery);
                }
            }
            else
            {
                TakeAway(line, -more, restock ? RestockType.Cancel : RestockType.NoRestock, null);
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

    /// <summary>Adds tags; those that are there already stay once, as they are.</summary>
    public void AddTags(Order order, params string[] tags) =>
        Change(order, () => order.Tags = Normal(order.Tags.Concat(tags)));

    /// <summary>Takes tags away.</summary>
    public void RemoveTags(Order order, params string[] tags) =>
        Change(order, () => order.Tags = [.. order.Tags.Except(Normal(tags), StringComparer.OrdinalIgnoreCase)]);

    /// <summary>Replaces all tags.</summary>
    public void SetTags(Order order, params string[] tags) => Change(order, () => order.Tags = Normal(tags));

    /// <summary>Changes the note.</summary>
    public void SetNote(Order order, string? note) => Change(order, () => order.Note = note);

    /// <summary>Archives an order, or takes it out of the archive.</summary>
    public void SetClosed(Order order, bool closed) => Change(order, () => order.ClosedAt = closed ? Now : null);

    /// <summary>Sets whether it is paid: captured, voided, expired, …</summary>
    public void SetFinancialStatus(Order order, FinancialStatus status) => Change(order, () => order.FinancialStatus = status);

    /// <summary>Sets a fulfilment status that does not follow from the fulfilment orders; null goes back to the one that does.</summary>
    public void SetFulfillmentStatus(Order order, FulfillmentStatus? status) => Change(order, () => order.FulfillmentStatusOverride = status);

    /// <summary>Hides an order from every search, as if the index had lost it; by its id it is still found.</summary>
    public void SetHidden(Order order, bool hidden)
    {
        lock (Sync) order.IsHiddenFromSearch = hidden;
    }

    // A comma ends a tag, even inside one that was given as a whole.
    private static string[] Normal(IEnumerable<string> tags) =>
        [.. tags.SelectMany(t => t.Split(',')).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private void Grow(FulfillmentOrder fulfillmentOrder, OrderLine line, int more)
    {
        var item = fulfillmentOrder.Items.Find(i => i.Line == line)!;
        item.TotalQuantity += more;
        item.RemainingQuantity += more;
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
