namespace PulpoSync.Sandbox.Shopify;

/// <summary>What befalls a seeded order after it was made.</summary>
internal sealed class OrderFate(ShopifyShop shop, int seed)
{
    private static readonly FulfillmentStatus[] Rare =
    [
        FulfillmentStatus.Open, FulfillmentStatus.Restocked, FulfillmentStatus.PendingFulfillment, FulfillmentStatus.RequestDeclined,
        FulfillmentStatus.FulfillmentNotRequired,
    ];

    private readonly Random _random = new(seed);

    public void Befall(Order order, IReadOnlySet<OrderTrait> traits)
    {
        if (traits.Count == 0) return;
        var first = order.FulfillmentOrders[0];
        var all = order.FulfillmentOrders.ToArray();
        var line = order.Lines[0];
        foreach (var trait in traits)
        {
            switch (trait)
            {
                case OrderTrait.PartlyFulfilled:
                    shop.Fulfill(first, line, 1, new TrackingInfo("DHL", $"00340{order.Number:D9}", null));
                    break;
                case OrderTrait.Fulfilled:
                    foreach (var part in all) shop.Fulfill(part, tracking: new TrackingInfo("DPD", $"0150{order.Number:D9}", null));
                    break;
                case OrderTrait.InProgress:
                    foreach (var part in all) shop.ReportProgress(part);
                    break;
                case OrderTrait.RareFulfillmentStatus:
                    shop.SetFulfillmentStatus(order, Rare[_random.Next(Rare.Length)]);
                    break;
                case OrderTrait.OnHold:
                    foreach (var part in all) shop.Hold(part, HoldReason.IncorrectAddress);
                    break;
                case OrderTrait.Scheduled:
                    foreach (var part in all) shop.Schedule(part, order.CreatedAt.AddDays(14));
                    break;
                case OrderTrait.Cancelled:
                    shop.Cancel(order, CancelReason.Customer);
                    break;
                case OrderTrait.PartlyRefunded:
                    shop.Refund(order, line, 1, note: "Einer zu viel");
                    break;
                case OrderTrait.ManyFulfillmentOrders:
                    for (var i = 0; i < 11; i++) shop.Split(first, line, 2);
                    break;
                default:
                    break;
            }
        }
    }
}
