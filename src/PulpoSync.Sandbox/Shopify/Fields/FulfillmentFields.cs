namespace PulpoSync.Sandbox.Shopify;

/// <summary>Shipments.</summary>
internal static class FulfillmentFields
{
    public static void Register(FieldTable table)
    {
        table.For<Fulfillment>("Fulfillment")
            .Add("id", f => Gids.Of("Fulfillment", f.Id))
            .Add("legacyResourceId", f => f.Id)
            .Add("name", f => f.Name)
            .Add("status", f => f.IsCancelled ? "CANCELLED" : "SUCCESS")
            .Add("displayStatus", f => f.IsCancelled ? "CANCELED" : "FULFILLED")
            .Add("createdAt", f => f.CreatedAt)
            .Add("updatedAt", f => f.UpdatedAt)
            .Add("deliveredAt", _ => null)
            .Add("estimatedDeliveryAt", _ => null)
            .Add("inTransitAt", _ => null)
            .Add("requiresShipping", f => f.Lines.Any(l => l.Line.RequiresShipping))
            .Add("totalQuantity", f => f.Lines.Sum(l => l.Quantity))
            .Add("trackingInfo", (f, call) => f.Tracking.Take(call.GetInt("first") ?? int.MaxValue))
            .Add("fulfillmentLineItems", (f, call) => call.Slice(f.Lines, l => l.Id))
            .Add("fulfillmentOrders", (f, call) => call.Slice(f.FulfillmentOrders, o => o.Id))
            .Add("location", f => f.Location)
            .Add("order", f => f.Order);
        table.For<TrackingInfo>("FulfillmentTrackingInfo")
            .Add("company", info => info.Company)
            .Add("number", info => info.Number)
            .Add("url", info => info.Url);
        table.For<FulfillmentLine>("FulfillmentLineItem")
            .Add("id", l => Gids.Of("FulfillmentLineItem", l.Id))
            .Add("quantity", l => l.Quantity)
            .Add("lineItem", l => l.Line)
            .Add("originalTotalSet", (l, call) => new MoneyBag(l.Quantity * l.Line.Price, l.Line.Order, call.Shop.Options.Currency))
            .Add("discountedTotalSet", (l, call) => new MoneyBag(l.Quantity * l.Line.DiscountedPrice, l.Line.Order, call.Shop.Options.Currency));
    }
}
