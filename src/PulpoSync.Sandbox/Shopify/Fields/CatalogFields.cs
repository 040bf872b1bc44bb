using System.Globalization;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Products and variants.</summary>
internal static class CatalogFields
{
    public static void Register(FieldTable table)
    {
        RegisterProducts(table);
        table.For<CategoryView>("TaxonomyCategory")
            .Add("id", _ => "gid://shopify/TaxonomyCategory/aa-1")
            .Add("name", category => category.FullName.Split(" > ")[^1])
            .Add("fullName", category => category.FullName);
        table.For<ProductVariant>("ProductVariant")
            .Add("id", variant => variant.Gid)
            .Add("legacyResourceId", variant => variant.Id)
            .Add("sku", variant => variant.Sku)
            .Add("barcode", variant => variant.Barcode)
            .Add("title", variant => variant.Title ?? "Default Title")
            .Add("displayName", variant => $"{variant.Product.Title} - {variant.Title ?? "Default Title"}")
            .Add("price", variant => variant.Price.ToString("0.00", CultureInfo.InvariantCulture))
            .Add("compareAtPrice", _ => null)
            .Add("inventoryPolicy", _ => "DENY")
            .Add("inventoryQuantity", variant => InventoryOf(variant))
            .Add("sellableOnlineQuantity", variant => Math.Max(0, InventoryOf(variant)))
            .Add("availableForSale", variant => !variant.IsTracked || InventoryOf(variant) > 0)
            .Add("inventoryItem", variant => new InventoryItemView(variant))
            .Add("product", variant => variant.Product)
            .Add("taxable", _ => true)
            .Add("position", variant => variant.Position)
            .Add("createdAt", variant => variant.CreatedAt)
            .Add("updatedAt", variant => variant.UpdatedAt);
    }

    private static void RegisterProducts(FieldTable table) => table.For<Product>("Product")
        .Add("id", product => product.Gid)
        .Add("legacyResourceId", product => product.Id)
        .Add("title", product => product.Title)
        .Add("description", product => TextOf(product.DescriptionHtml))
        .Add("descriptionHtml", product => product.DescriptionHtml)
        .Add("handle", HandleOf)
        .Add("status", product => product.Status)
        .Add("productType", product => product.ProductType)
        .Add("vendor", product => product.Vendor)
        .Add("tags", product => product.Tags.Order(StringComparer.OrdinalIgnoreCase))
        .Add("isGiftCard", product => product.IsGiftCard)
        .Add("category", product => product.Category is { } category ? new CategoryView(category) : null)
        .Add("variants", (product, call) => call.Slice(product.Variants, v => v.Id))
        .Add("variantsCount", product => new Counted(product.Variants.Count, true))
        .Add("hasOnlyDefaultVariant", product => product.Variants is [{ Title: null }])
        .Add("totalInventory", product => product.Variants.Where(v => v.IsTracked).Sum(InventoryOf))
        .Add("tracksInventory", product => product.Variants.Any(v => v.IsTracked))
        .Add("publishedAt", product => product.Status == ProductStatus.Active ? product.CreatedAt : null)
        .Add("createdAt", product => product.CreatedAt)
        .Add("updatedAt", product => product.UpdatedAt);

    /// <summary>A product's name in addresses.</summary>
    public static string HandleOf(Product product) => product.Id.ToString(CultureInfo.InvariantCulture);

    // The total of the locations that stock it: a level that is not active does not count.
    private static int InventoryOf(ProductVariant variant) => variant.Levels.Where(l => l.IsActive).Sum(l => l.Available);

    private static string TextOf(string html)
    {
        var text = new System.Text.StringBuilder(html.Length);
        var isTag = false;
        foreach (var c in html)
        {
            if (c is '<' or '>') isTag = c == '<';
            else if (!isTag) text.Append(c);
        }
        return text.ToString().Trim();
    }
}
