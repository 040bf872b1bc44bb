namespace PulpoSync.Sandbox.Shopify;

/// <summary>Refunds.</summary>
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
            .Add("totalRefundedSet", (refund, call) => new MoneyBag(refund.Amount, refund.Order, call.Shop.Options.Currency))
            .Add("refundLineItems", (refund, call) => call.Slice(refund.Lines, l => l.Id));
        var line = table.For<RefundLine>("RefundLineItem");
        line
            .Add("id", l => Gids.Of("RefundLineItem", l.Id))
            .Add("quantity", l => l.Quantity)
            .Add("restockType", l => l.Restock)
            .Add("restocked", l => l.Restock != RestockType.NoRestock)
            .Add("lineItem", l => l.Line)
            .Add("location", l => l.Location);
        AddMoney(line, "priceSet", l => l.Line.DiscountedPrice);
        AddMoney(line, "subtotalSet", l => l.Quantity * l.Line.DiscountedPrice);
        AddMoney(line, "totalTaxSet", l => l.Line.Order.TaxOf(l.Line, l.Quantity));
    }

    private static void AddMoney(TypeFields<RefundLine> fields, string field, Func<RefundLine, decimal> amount) =>
        fields.Add(field, (line, call) => new MoneyBag(amount(line), line.Line.Order, call.Shop.Options.Currency));
}
