namespace PulpoSync.Sandbox.Shopify;

/// <summary>The lines of orders.</summary>
internal static class LineItemFields
{
    public static void Register(FieldTable table)
    {
        var line = table.For<OrderLine>("LineItem");
        line
            .Add("id", l => Gids.Of("LineItem", l.Id))
            .Add("sku", l => l.Sku)
            .Add("name", l => VariantTitle(l) is { } variant ? $"{l.Title} - {variant}" : l.Title)
            .Add("title", l => l.Title)
            .Add("variantTitle", VariantTitle)
            .Add("vendor", l => l.Variant?.Product.Vendor)
            .Add("quantity", l => l.Quantity)
            .Add("currentQuantity", l => l.CurrentQuantity)
            .Add("refundableQuantity", l => l.CurrentQuantity)
            .Add("unfulfilledQuantity", l => l.UnfulfilledQuantity)
            .Add("fulfillableQuantity", l => l.UnfulfilledQuantity)
            .Add("nonFulfillableQuantity", l => l.RemovedQuantity)
            .Add("requiresShipping", l => l.RequiresShipping)
            .Add("isGiftCard", l => l.IsGiftCard)
            .Add("taxable", l => l.TaxRate > 0)
            .Add("restockable", l => l.Variant is not null)
            .Add("merchantEditable", l => l.Order.CancelledAt is null)
            .Add("variant", l => l.Variant is { IsRemoved: false } variant ? variant : null)
            .Add("product", l => l.Variant is { IsRemoved: false } variant ? variant.Product : null)
            .Add("customAttributes", _ => Array.Empty<OrderDetail>())
            .Add("taxLines", TaxLines);
        AddMoney(line, "originalUnitPriceSet", l => l.Price);
        AddMoney(line, "originalTotalSet", l => l.Quantity * l.Price);
        AddMoney(line, "discountedUnitPriceSet", l => l.DiscountedPrice);
        AddMoney(line, "discountedUnitPriceAfterAllDiscountsSet", l => l.DiscountedPrice);
        AddMoney(line, "discountedTotalSet", l => l.Quantity * l.DiscountedPrice);
        AddMoney(line, "totalDiscountSet", l => l.Quantity * l.UnitDiscount);
        AddMoney(line, "unfulfilledOriginalTotalSet", l => l.UnfulfilledQuantity * l.Price);
        AddMoney(line, "unfulfilledDiscountedTotalSet", l => l.UnfulfilledQuantity * l.DiscountedPrice);
    }

    private static TaxView[] TaxLines(OrderLine line) =>
        line.TaxRate > 0 ? [new TaxView(new TaxLine("MwSt", line.TaxRate, line.Order.TaxOf(line, line.Quantity)), line.Order)] : [];

    private static string? VariantTitle(OrderLine line) => line.Variant?.Title;

    private static void AddMoney(TypeFields<OrderLine> fields, string field, Func<OrderLine, decimal> amount) =>
        fields.Add(field, (line, call) => new MoneyBag(amount(line), line.Order, call.Shop.Options.Currency));
}
