using System.Globalization;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Products, variants and inventory items.</summary>
internal static class CatalogFields
{
    public static void Register(FieldTable table)
    {
        table.For<Product>("Product")
            .Add("id", product => Gids.Of("Product", product.Id))
            .Add("legacyResourceId", product => product.Id)
            .Add("title", product => product.Title)
            .Add("handle", product => product.Id.ToString(CultureInfo.InvariantCulture))
            .Add("status", _ => "ACTIVE")
            .Add("productType", product => product.ProductType)
            .Add("vendor", product => product.Vendor)
            .Add("tags", _ => Array.Empty<string>())
            .Add("isGiftCard", product => product.IsGiftCard)
            .Add("category", product => product.Category is { } category ? new CategoryView(category) : null)
            .Add("createdAt", (_, call) => call.Shop.CreatedAt)
            .Add("updatedAt", (_, call) => call.Shop.CreatedAt);
        table.For<CategoryView>("TaxonomyCategory")
            .Add("id", _ => "gid://shopify/TaxonomyCategory/aa-1")
            .Add("name", category => category.FullName.Split(" > ")[^1])
            .Add("fullName", category => category.FullName);
        table.For<ProductVariant>("ProductVariant")
            .Add("id", variant => Gids.Of("ProductVariant", variant.Id))
            .Add("legacyResourceId", variant => variant.Id)
            .Add("sku", variant => variant.Sku)
            .Add("barcode", variant => variant.Barcode)
            .Add("title", variant => variant.Title ?? "Default Title")
            .Add("displayName", variant => $"{variant.Product.Title} - {variant.Title ?? "Default Title"}")
            .Add("price", variant => variant.Price.ToString("0.00", CultureInfo.InvariantCulture))
            .Add("compareAtPrice", _ => null)
            .Add("inventoryPolicy", _ => "DENY")
            .Add("inventoryQuantity", _ => 0)
            .Add("inventoryItem", variant => new InventoryItemView(variant))
            .Add("product", variant => variant.Product)
            .Add("taxable", _ => true)
            .Add("position", _ => 1)
            .Add("createdAt", (_, call) => call.Shop.CreatedAt)
            .Add("updatedAt", (_, call) => call.Shop.CreatedAt);
        RegisterInventory(table);
    }

    private static void RegisterInventory(FieldTable table)
    {
        table.For<InventoryItemView>("InventoryItem")
            .Add("id", item => Gids.Of("InventoryItem", item.Variant.Id))
            .Add("legacyResourceId", item => item.Variant.Id)
            .Add("sku", item => item.Variant.Sku)
            .Add("tracked", item => item.Variant.RequiresShipping)
            .Add("requiresShipping", item => item.Variant.RequiresShipping)
            .Add("measurement", item => new MeasurementView(item.Variant.Grams))
            .Add("countryCodeOfOrigin", _ => null)
            .Add("harmonizedSystemCode", _ => null)
            .Add("createdAt", (_, call) => call.Shop.CreatedAt)
            .Add("updatedAt", (_, call) => call.Shop.CreatedAt);
        table.For<MeasurementView>("InventoryItemMeasurement")
            .Add("weight", measurement => new WeightView(measurement.Grams));
        table.For<WeightView>("Weight")
            .Add("unit", _ => "GRAMS")
            .Add("value", weight => (double)weight.Grams);
    }
}
