namespace PulpoSync.Sandbox.Shopify;

/// <summary>Returns, and what could be returned.</summary>
internal static class ReturnFields
{
    public static void Register(FieldTable table)
    {
        table.For<Return>("Return")
            .Add("id", r => r.Gid)
            .Add("name", r => r.Name)
            .Add("status", r => r.Status)
            .Add("order", r => r.Order)
            .Add("createdAt", r => r.CreatedAt)
            .Add("closedAt", r => r.ClosedAt)
            .Add("requestApprovedAt", r => r.Status is ReturnStatus.Open or ReturnStatus.Closed ? r.CreatedAt : null)
            .Add("totalQuantity", r => r.Lines.Sum(l => l.Quantity))
            .Add("refunds", (r, call) => call.Slice([.. r.Order.Refunds.Where(f => f.Return == r)], f => f.Id))
            .Add("returnLineItems", (r, call) => call.Slice([.. LinesOf(r, call.Get<string>("processingStatus"))], l => l.Line.Id));
        table.For<ReturnLineView>("ReturnLineItem")
            .Add("id", view => Gids.Of("ReturnLineItem", view.Line.Id))
            .Add("quantity", view => view.Line.Quantity)
            // Processing of returns is not emulated: a return is closed as a whole.
            .Add("processableQuantity", view => view.Open)
            .Add("processedQuantity", _ => 0)
            .Add("unprocessedQuantity", view => view.Line.Quantity)
            .Add("refundableQuantity", view => view.Line.Quantity - view.Refunded)
            .Add("refundedQuantity", view => view.Refunded)
            .Add("returnReason", view => view.Line.Reason)
            .Add("returnReasonDefinition", view => ReturnReasons.Of(view.Line.Reason))
            .Add("returnReasonNote", view => view.Line.Note)
            .Add("customerNote", _ => null)
            .Add("fulfillmentLineItem", view => view.Line.Shipped);
        table.For<ReturnReasonView>("ReturnReasonDefinition")
            .Add("id", reason => reason.Gid)
            .Add("handle", reason => reason.Handle)
            .Add("name", reason => reason.Name)
            .Add("deleted", _ => false);
        table.For<ReturnableView>("ReturnableFulfillment")
            .Add("id", view => Gids.Of("ReturnableFulfillment", view.Fulfillment.Id))
            .Add("fulfillment", view => view.Fulfillment)
            .Add("returnableFulfillmentLineItems", (view, call) => call.Slice(view.Lines, l => l.Line.Id));
        table.For<ReturnableLineView>("ReturnableFulfillmentLineItem")
            .Add("fulfillmentLineItem", view => view.Line)
            .Add("quantity", view => view.Quantity);
    }

    /// <summary>The shipments of an order of which something can come back.</summary>
    public static Page Returnable(FieldCall call)
    {
        if (QueryFields.Find(call, call.Get<string>("orderId"), "Order") is not Order order) return new Page([], false, false);
        var shipments = order.Fulfillments.Where(f => !f.IsCancelled).Select(f => new ReturnableView(f,
            [.. f.Lines.Select(l => new ReturnableLineView(l, ShopifyShop.Returnable(order, l))).Where(l => l.Quantity > 0)]));
        return call.Slice([.. shipments.Where(f => f.Lines.Count > 0)], f => f.Fulfillment.Id);
    }

    /// <summary>The reasons of the library that the arguments ask for. A search among them is not emulated.</summary>
    public static Page Reasons(FieldCall call)
    {
        if (call.Get<string>("query") is { Length: > 0 }) throw new NotSupportedException("The sandbox cannot search reasons for returns.");
        var (handles, ids) = (call.Arguments.GetTexts("handles"), call.Arguments.GetTexts("ids"));
        return call.Slice(
            [.. ReturnReasons.All.Where(r => (handles.Length == 0 || handles.Contains(r.Handle)) && (ids.Length == 0 || ids.Contains(r.Gid)))], r => r.Id);
    }

    private static IEnumerable<ReturnLineView> LinesOf(Return r, string? processing) => r.Lines.Select(l => new ReturnLineView(r, l))
        .Where(l => processing switch { "PROCESSABLE" => l.Open > 0, "PROCESSED" => false, _ => true });
}
