namespace PulpoSync.Sandbox.Shopify;

/// <summary>The list of variants.</summary>
internal static class VariantSearch
{
    private static readonly SearchFields<ProductVariant> Fields = new(
        new Dictionary<string, FieldFilter<ProductVariant>>(StringComparer.Ordinal)
        {
            ["id"] = (variant, term, _) => SearchValues.Compare(variant.Id, term),
            ["product_id"] = (variant, term, _) => SearchValues.Compare(variant.Product.Id, term),
            ["product_ids"] = (variant, term, _) => SearchValues.Is(Format(variant.Product.Id), term),
            ["product_status"] = (variant, term, _) => SearchValues.Is(Scalars.NameOf(variant.Product.Status), term),
            ["product_type"] = (variant, term, _) => SearchValues.Is(variant.Product.ProductType, term),
            ["vendor"] = (variant, term, _) => SearchValues.Is(variant.Product.Vendor, term),
            ["tag"] = (variant, term, _) => variant.Product.Tags.Any(tag => SearchValues.Is(tag, term)),
            ["tag_not"] = (variant, term, _) => !variant.Product.Tags.Any(tag => SearchValues.Is(tag, term)),
            ["gift_card"] = (variant, term, _) => SearchValues.Compare(variant.Product.IsGiftCard, term),
            ["title"] = (variant, term, _) => SearchValues.Contains(variant.Title, term) || SearchValues.Contains(variant.Product.Title, term),
            ["sku"] = (variant, term, _) => SearchValues.Is(variant.Sku, term),
            ["barcode"] = (variant, term, _) => SearchValues.Is(variant.Barcode, term),
            ["location_id"] = (variant, term, _) => variant.Levels.Any(l => l.IsActive && SearchValues.Compare(l.Location.Id, term) == true),
            ["updated_at"] = (variant, term, shop) => SearchValues.Compare(variant.UpdatedAt, term, shop),
        },
        new HashSet<string>
        {
            "default", "collection", "delivery_profile_id", "exclude_composite", "exclude_variants_with_components", "inventory_quantity", "managed",
            "managed_by", "option1", "option2", "option3", "product_publication_status", "publishable_status", "published_status", "requires_components",
            "taxable",
        });

    public static IReadOnlyList<ProductVariant> Filter(FieldCall call)
    {
        var search = new Search<ProductVariant>(call, Fields);
        return [.. call.Shop.Variants.Where(search.Matches)];
    }

    private static string Format(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
