using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Reads lines.</summary>
internal static class LineReader
{
    public static OrderLine? Read(JsonElement line)
    {
        if (line.Text("id") is not { } id) return null;
        var ordered = line.Count("quantity") ?? 0;
        // What was ordered less what was refunded or removed; "quantity" stays as it was ordered.
        var wanted = line.Count("currentQuantity") ?? ordered;
        return new OrderLine
        {
            Key = id,
            Sku = line.Text("sku"),
            ProductKey = line.Get("variant")?.Text("id") ?? line.Get("product")?.Text("id"),
            Title = line.Text("name") ?? line.Text("title"),
            CategoryPath = Category(line.Get("product")),
            Quantity = wanted,
            UnitPrice = MoneyReader.Shop(line, "discountedUnitPriceAfterAllDiscountsSet"),
            Tax = Tax(line, ordered, wanted),
            TaxRate = TaxRate(line),
            // A missing answer counts as goods: a line is rather stopped for its SKU than dropped.
            RequiresShipping = line.Get("requiresShipping") is null || line.Flag("requiresShipping"),
            IsGiftCard = line.Flag("isGiftCard"),
        };
    }

    private static string? Category(JsonElement? product)
    {
        if (product is not { } p) return null;
        var path = p.Get("category")?.Text("fullName")?.Replace(" > ", "/", StringComparison.Ordinal) ?? p.Text("productType");
        return string.IsNullOrWhiteSpace(path) ? null : path;
    }

    // Shopify's tax lines count refunded pieces too; the share of the remaining ones is taken.
    private static Money? Tax(JsonElement line, int ordered, int wanted)
    {
        var parts = line.Items("taxLines").Select(tax => MoneyReader.Shop(tax, "priceSet")).OfType<Money>().ToList();
        if (parts.Count == 0) return null;
        var sum = parts.Sum(part => part.Amount);
        return new Money(ordered == wanted || ordered == 0 ? sum : Math.Round(sum * wanted / ordered, 4), parts[0].Currency);
    }

    private static decimal? TaxRate(JsonElement line)
    {
        var rates = line.Items("taxLines").Select(tax => tax.Amount("rate")).Distinct().Take(2).ToList();
        return rates.Count == 1 ? rates[0] : null;
    }
}
