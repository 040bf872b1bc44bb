namespace PulpoSync.Sandbox.Shopify;

/// <summary>The list of variants.</summary>
internal static class VariantSearch
{
    private static readonly SearchFields<ProductVariant> Fields = new(
        new Dictionary<string, FieldFilter<ProductVariant>>(StringComparer.Ordinal)
        {
            ["id"] = (variant, term, _) => SearchValues.Compare(variant.Id, term),
            ["product_id"] = (variant, term, _) => SearchValues.Compare(variant.Product.Id, term),
            ["sku"] = (variant, term, _) => SearchValues.Is(variant.Sku, term),
            ["barcode"] = (variant, term, _) => SearchValues.Is(variant.Barcode, term),
            ["product_type"] = (variant, term, _) => SearchValues.Is(variant.Product.ProductType, term),
            ["vendor"] = (variant, term, _) => SearchValues.Is(variant.Product.Vendor, term),
        },
        new HashSet<string>
        {
            "default", "collection", "delivery_profile_id", "exclude_composite", "exclude_variants_with_components", "gift_card", "inventory_quantity",
            "location_id", "managed", "managed_by", "option1", "option2", "option3", "product_ids", "product_publication_status", "product_status",
            "published_status", "requires_components", "tag", "tag_not", "taxable", "title", "updated_at",
        });

    public static IReadOnlyList<ProductVariant> Filter(FieldCall call)
    {
        var search = new Search<ProductVariant>(call, Fields);
        return [.. call.Shop.Variants.Where(search.Matches)];
    }
}
