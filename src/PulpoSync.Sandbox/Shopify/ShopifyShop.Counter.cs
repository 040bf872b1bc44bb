using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// What happens at a location's till.
public sealed partial class ShopifyShop
{
    /// <summary>
    /// Sells at a location's till: paid and handed over at once, without shipping or tracking, out of the location's own stock. Of the draft its lines,
    /// customer, notes and tags count.
    /// </summary>
    public Order SellAtCounter(string location, OrderDraft draft)
    {
        lock (Sync)
        {
            var order = CreateOrder(draft with
            {
                Lines = [.. draft.Lines.Select(l => l with { Location = location })],
                SourceName = "pos",
                RetailLocation = location,
                Delivery = DeliveryMethodType.Retail,
                ShippingPrice = null,
                ShippingAddress = null,
                FinancialStatus = FinancialStatus.Paid,
            });
            foreach (var part in order.FulfillmentOrders.ToArray()) Fulfill(part);
            return order;
        }
    }

    /// <summary>Sells so many of some SKUs at a location's till to somebody unknown.</summary>
    public Order SellAtCounter(string location, params (string Sku, int Quantity)[] goods) =>
        SellAtCounter(location, new OrderDraft { Lines = [.. goods.Select(g => new OrderLineDraft { Sku = g.Sku, Quantity = g.Quantity })] });

    /// <summary>Takes goods back at a location's till for their price; they go back into its stock.</summary>
    public Refund TakeBackAtCounter(string location, OrderLine line, int quantity = 1)
    {
        lock (Sync) return Refund(line.Order, new RefundDraft { Lines = [new RefundLineDraft(line, quantity, RestockType.Return, LocationOf(location))] });
    }
}
