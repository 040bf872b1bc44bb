using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Catalog;

/// <summary>Turns Shopify's variants into canonical products. Tolerant as all reading is; dimensions are not in Shopify's schema.</summary>
internal static class ProductReader
{
    // The title of the one variant of a product without options.
    private const string NoTitle = "Default Title";

    /// <summary>The product; null where it lacks what none can be without.</summary>
    /// <param name="product">Shopify's product.</param>
    /// <param name="variant">One of its variants.</param>
    public static Product? Read(JsonElement product, JsonElement variant)
    {
        if (variant.Text("id") is not { } key || product.Text("id") is not { } productKey || product.Moment("updatedAt") is not { } updatedAt) return null;
        var item = variant.Get("inventoryItem");
        return new Product
        {
            Key = key,
            ProductKey = productKey,
            UpdatedAt = new[] { updatedAt, variant.Moment("updatedAt"), item?.Moment("updatedAt") }.Max()!.Value,
            Sku = variant.Text("sku"),
            SameSku = item?.Count("duplicateSkuCount") ?? 0,
            Title = Title(product.Text("title"), variant.Text("title")),
            Description = Text(product, "description"),
            Barcodes = Text(variant, "barcode") is { } barcode ? [barcode] : [],
            Price = variant.Amount("price"),
            Cost = item?.Get("unitCost")?.Amount("amount"),
            Weight = Weight(item?.Get("measurement", "weight")),
            Tags = [.. product.Items("tags").Select(tag => tag.AsText()).OfType<string>()],
            Status = product.Text("status")?.ToUpperInvariant(),
            // A missing answer counts as goods, as for the lines of orders.
            RequiresShipping = item?.Get("requiresShipping") is null || item.Value.Flag("requiresShipping"),
            IsGiftCard = product.Flag("isGiftCard"),
            HsCode = item is { } goods ? Text(goods, "harmonizedSystemCode") : null,
            OriginCountry = item is { } made ? Text(made, "countryCodeOfOrigin") : null,
        };
    }

    /// <summary>The title of a variant for people.</summary>
    public static string Title(string? product, string? variant)
    {
        var name = product?.Trim() ?? "";
        return string.IsNullOrWhiteSpace(variant) || variant == NoTitle ? name : $"{name} - {variant.Trim()}";
    }

    private static string? Text(JsonElement owner, string name) => owner.Text(name)?.Trim() is { Length: > 0 } text ? text : null;

    // 0 is what Shopify shows where nobody has entered a weight.
    private static decimal? Weight(JsonElement? weight)
    {
        if (weight?.Amount("value") is not { } value || value <= 0) return null;
        decimal? kilograms = weight.Value.Text("unit")?.ToUpperInvariant() switch
        {
            "GRAMS" => 0.001m,
            "KILOGRAMS" => 1m,
            "OUNCES" => 0.028349523125m,
            "POUNDS" => 0.45359237m,
            _ => null,
        };
        return kilograms is { } factor ? Math.Round(value * factor, 6) : null;
    }
}
