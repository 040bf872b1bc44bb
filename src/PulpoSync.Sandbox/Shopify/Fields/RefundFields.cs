namespace PulpoSync.Sandbox.Shopify;

/// <summary>Refunds, suggested ones as well, and transactions.</summary>
internal static class RefundFields
{
    public static void Register(FieldTable table)
    {
        table.For<Refund>("Refund")
            .Add("id", refund => Gids.Of("Refund", refund.Id))
            .Add("legacyResourceId", refund => refund.Id)
            .Add("createdAt", refund => refund.CreatedAt)
            .Add("updatedAt", refund => refund.CreatedAt)
            .Add("note", refund => refund.Note)
            .Add("order", refund => refund.Order)
            .Add("return", refund => refund.Return)
            .AddMoney("totalRefundedSet", refund => refund.Order, refund => refund.Amount)
            .Add("transactions", (refund, call) => call.Slice<OrderTransaction>(OrderTransaction.Of(refund) is { } transaction ? [transaction] : [], t => t.Id))
            .Add("refundLineItems", (refund, call) => call.Slice(refund.Lines, l => l.Id))
            .Add("refundShippingLines", (refund, call) => call.Slice(ShippingOf(refund), l => l.Refund.Id));
        table.For<RefundLine>("RefundLineItem")
            // A suggested line has no id yet.
            .Add("id", l => l.Id == 0 ? null : Gids.Of("RefundLineItem", l.Id))
            .Add("quantity", l => l.Quantity)
            .Add("restockType", l => l.Restock)
            .Add("restocked", l => l.Restock != RestockType.NoRestock)
            .Add("lineItem", l => l.Line)
            .Add("location", l => l.Location)
            .AddMoney("priceSet", l => l.Line.Order, l => l.Line.DiscountedPrice)
            .AddMoney("subtotalSet", l => l.Line.Order, l => l.Quantity * l.Line.DiscountedPrice)
            .AddMoney("totalTaxSet", l => l.Line.Order, l => l.Line.Order.TaxOf(l.Line, l.Quantity));
        table.For<RefundShippingView>("RefundShippingLine")
            .Add("id", view => Gids.Of("RefundShippingLine", view.Refund.Id))
            .Add("shippingLine", view => new ShippingView(view.Line, view.Refund.Order))
            .AddMoney("subtotalAmountSet", view => view.Refund.Order, view => view.Refund.Shipping)
            .AddMoney("taxAmountSet", view => view.Refund.Order, _ => 0);
        RegisterSuggestions(table);
        RegisterTransactions(table);
    }

    /// <summary>What Shopify suggests for the lines and the shipping that the arguments name.</summary>
    public static SuggestedRefundView Suggest(Order order, FieldCall call)
    {
        var arguments = call.Arguments;
        var all = call.Get<bool>("suggestFullRefund");
        RefundLine[] lines = all
            ? [.. order.Lines.Where(l => l.CurrentQuantity > 0).Select(l => Suggested(l, l.CurrentQuantity, null))]
            : [.. arguments.GetInputs("refundLineItems").Select(l => Suggested(LineOf(order, l), l.GetInt("quantity") ?? 0, l.GetEnum<RestockType>("restockType")))];
        var shipping = arguments.GetMoney("shippingAmount") ?? (call.Get<bool>("refundShipping") || all ? order.RefundableShipping : 0);
        return new SuggestedRefundView(order, lines, Math.Min(shipping, order.RefundableShipping));
    }

    private static void RegisterSuggestions(FieldTable table)
    {
        table.For<SuggestedRefundView>("SuggestedRefund")
            .Add("refundLineItems", view => view.Lines)
            .Add("shipping", view => new ShippingRefundView(view.Order, view.Shipping))
            .Add("suggestedTransactions", view => OrderTransaction.Of(view.Order).Take(1).Select(t => new SuggestedTransactionView(t, view.Amount)))
            .AddMoney("amountSet", view => view.Order, view => view.Amount)
            .AddMoney("maximumRefundableSet", view => view.Order, view => view.Order.NetPayment)
            .AddMoney("subtotalSet", view => view.Order, view => view.Subtotal)
            .AddMoney("discountedSubtotalSet", view => view.Order, view => view.Subtotal)
            .AddMoney("totalTaxSet", view => view.Order, view => view.Tax)
            .AddMoney("totalCartDiscountAmountSet", view => view.Order, _ => 0)
            .AddMoney("totalDutiesSet", view => view.Order, _ => 0);
        table.For<ShippingRefundView>("ShippingRefund")
            .AddMoney("amountSet", view => view.Order, view => view.Amount)
            .AddMoney("maximumRefundableSet", view => view.Order, view => view.Order.RefundableShipping)
            .AddMoney("taxSet", view => view.Order, _ => 0);
        table.For<SuggestedTransactionView>("SuggestedOrderTransaction")
            .Add("kind", _ => "SUGGESTED_REFUND")
            .Add("gateway", view => view.Parent.Gateway)
            .Add("formattedGateway", view => view.Parent.Gateway)
            .Add("parentTransaction", view => view.Parent)
            .AddMoney("amountSet", view => view.Parent.Order, view => view.Amount)
            .AddMoney("maximumRefundableSet", view => view.Parent.Order, view => view.Parent.Order.NetPayment);
    }

    private static void RegisterTransactions(FieldTable table) => table.For<OrderTransaction>("OrderTransaction")
        .Add("id", t => Gids.Of("OrderTransaction", t.Id))
        .Add("kind", t => t.Kind)
        .Add("status", t => t.Status)
        .Add("gateway", t => t.Gateway)
        .Add("formattedGateway", t => t.Gateway)
        .Add("manualPaymentGateway", _ => false)
        .Add("test", t => t.Order.IsTest)
        .Add("order", t => t.Order)
        .Add("parentTransaction", t => t.Parent)
        .Add("createdAt", t => t.CreatedAt)
        .Add("processedAt", t => t.CreatedAt)
        .AddMoney("amountSet", t => t.Order, t => t.Amount);

    /// <summary>An amount that belongs to an order, in both of its currencies.</summary>
    public static TypeFields<T> AddMoney<T>(this TypeFields<T> fields, string field, Func<T, Order> order, Func<T, decimal> amount) where T : class =>
        fields.Add(field, (source, call) => new MoneyBag(amount(source), order(source), call.Shop.Options.Currency));

    private static RefundShippingView[] ShippingOf(Refund refund) =>
        refund is { Shipping: > 0, Order.ShippingLine: { } line } ? [new RefundShippingView(refund, line)] : [];

    // That goods which were shipped are suggested as returned, and others as cancelled, is inferred.
    private static RefundLine Suggested(OrderLine line, int quantity, RestockType? restock) => new(
        0, line, quantity, restock ?? (quantity > line.UnfulfilledQuantity ? RestockType.Return : RestockType.Cancel), null);

    private static OrderLine LineOf(Order order, InputFields input) =>
        order.LineList.Find(l => l.Id == Gids.Parse(input.Get<string>("lineItemId"))?.Id)
        ?? throw new GraphQLException("RESOURCE_NOT_FOUND", $"Invalid id: {input.Get<string>("lineItemId")}");
}
