namespace PulpoSync.Sandbox.Shopify;

/// <summary>The actions on orders by their names in the control endpoint.</summary>
internal static class OrderActions
{
    /// <summary>Does an action.</summary>
    /// <exception cref="ArgumentException">There is no such action, line, location or fulfilment order.</exception>
    /// <exception cref="InvalidOperationException">The order is not in a state for it.</exception>
    public static void Do(ShopifyShop shop, Order order, string action, OrderActionRequest request)
    {
        switch (action)
        {
            case "set-quantity": shop.SetQuantity(LineOf(order, request), request.Quantity ?? 1); break;
            case "add-line": shop.AddLine(order, request.NewLine ?? throw Missing("newLine")); break;
            case "remove-line": shop.SetQuantity(LineOf(order, request), 0); break;
            case "set-address": shop.SetShippingAddress(order, request.Address); break;
            case "add-tags": shop.AddTags(order, request.Tags); break;
            case "remove-tags": shop.RemoveTags(order, request.Tags); break;
            case "set-note": shop.SetNote(order, request.Note); break;
            case "cancel": shop.Cancel(order, restock: request.Restock); break;
            case "refund": Refund(shop, order, request); break;
            case "mark-paid": shop.SetFinancialStatus(order, FinancialStatus.Paid); break;
            case "void": shop.SetFinancialStatus(order, FinancialStatus.Voided); break;
            case "set-financial-status": shop.SetFinancialStatus(order, request.FinancialStatus ?? throw Missing("financialStatus")); break;
            case "set-fulfillment-status": shop.SetFulfillmentStatus(order, request.FulfillmentStatus); break;
            case "close": shop.SetClosed(order, true); break;
            case "reopen": shop.SetClosed(order, false); break;
            case "hide": shop.SetHidden(order, true); break;
            case "unhide": shop.SetHidden(order, false); break;
            case "cancel-fulfillment": shop.CancelFulfillment(LastFulfillmentOf(order)); break;
            default: DoOnFulfillmentOrder(shop, order, action, request); break;
        }
    }

    private static void DoOnFulfillmentOrder(ShopifyShop shop, Order order, string action, OrderActionRequest request)
    {
        var target = order.FulfillmentOrders.FirstOrDefault(f => request.FulfillmentOrder is { } id ? f.Id == id : f.IsActive)
            ?? throw new ArgumentException("There is no such fulfilment order.");
        // Without a line the whole fulfilment order is meant.
        var line = request.Line is null && request.Quantity is null ? null : LineOf(order, request);
        switch (action)
        {
            case "hold": shop.Hold(target, request.Reason, request.Note); break;
            case "release": shop.ReleaseHold(target); break;
            case "schedule": shop.Schedule(target, request.At ?? shop.Now.AddDays(7)); break;
            case "open": shop.Open(target); break;
            case "report-progress": shop.ReportProgress(target); break;
            case "move": shop.Move(target, LocationOf(shop, request), line, request.Quantity); break;
            case "split": shop.Split(target, LineOf(order, request), request.Quantity ?? 1); break;
            case "fulfill": shop.Fulfill(target, line, request.Quantity, TrackingOf(request)); break;
            default: throw new ArgumentException($"There is no action '{action}'.");
        }
    }

    private static void Refund(ShopifyShop shop, Order order, OrderActionRequest request)
    {
        var restock = request.Restock ? RestockType.Cancel : RestockType.NoRestock;
        if (request.Line is null && request.Quantity is null) shop.Refund(order, restock: restock, note: request.Note);
        else shop.Refund(order, LineOf(order, request), request.Quantity ?? 1, restock, request.Note);
    }

    private static OrderLine LineOf(Order order, OrderActionRequest request) =>
        order.Lines.FirstOrDefault(l => request.Line is null || l.Id == request.Line) ?? throw new ArgumentException("There is no such line.");

    private static Fulfillment LastFulfillmentOf(Order order) =>
        order.Fulfillments.LastOrDefault(f => !f.IsCancelled) ?? throw new ArgumentException("Nothing is shipped.");

    private static ArgumentException Missing(string field) => new($"{field} is missing.");

    private static Location LocationOf(ShopifyShop shop, OrderActionRequest request) =>
        shop.Locations.FirstOrDefault(l => l.Name == request.Location) ?? throw new ArgumentException($"There is no location '{request.Location}'.");

    private static TrackingInfo[] TrackingOf(OrderActionRequest request) =>
        request.TrackingNumber is null ? [] : [new TrackingInfo(request.TrackingCompany, request.TrackingNumber, null)];
}
