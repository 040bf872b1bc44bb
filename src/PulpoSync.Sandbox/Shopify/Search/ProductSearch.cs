namespace PulpoSync.Sandbox.Shopify;

/// <summary>The list of products.</summary>
internal static class ProductSearch
{
    private static readonly SearchFields<Product> Fields = new(
        new Dictionary<string, FieldFilter<Product>>(StringComparer.Ordinal)
        {
            ["id"] = (product, term, _) => SearchValues.Compare(product.Id, term),
            ["title"] = (product, term, _) => SearchValues.Contains(product.Title, term),
            ["handle"] = (product, term, _) => SearchValues.Is(CatalogFields.HandleOf(product), term),
            ["status"] = (product, term, _) => SearchValues.Is(Scalars.NameOf(product.Status), term),
            ["tag"] = (product, term, _) => product.Tags.Any(tag => SearchValues.Is(tag, term)),
            ["tag_not"] = (product, term, _) => !product.Tags.Any(tag => SearchValues.Is(tag, term)),
            ["vendor"] = (product, term, _) => SearchValues.Is(product.Vendor, term),
            ["product_type"] = (product, term, _) => SearchValues.Is(product.ProductType, term),
            ["gift_card"] = (product, term, _) => SearchValues.Compare(product.IsGiftCard, term),
            ["sku"] = (product, term, _) => product.Variants.Any(v => SearchValues.Is(v.Sku, term)),
            ["barcode"] = (product, term, _) => product.Variants.Any(v => SearchValues.Is(v.Barcode, term)),
            ["variant_id"] = (product, term, _) => product.Variants.Any(v => SearchValues.Compare(v.Id, term) == true),
            ["variant_title"] = (product, term, _) => product.Variants.Any(v => SearchValues.Contains(v.Title, term)),
            ["tracks_inventory"] = (product, term, _) => SearchValues.Compare(product.Variants.Any(v => v.IsTracked), term),
            ["created_at"] = (product, term, shop) => SearchValues.Compare(product.CreatedAt, term, shop),
            ["updated_at"] = (product, term, shop) => SearchValues.Compare(product.UpdatedAt, term, shop),
            ["default"] = (product, term, _) => SearchValues.Contains(product.Title, term) || product.Variants.Any(v => SearchValues.Is(v.Sku, term)),
        },
        new HashSet<string>
        {
            "bundles", "category_id", "collection_id", "combined_listing_role", "delivery_profile_id", "error_feedback", "has_only_composites",
            "has_only_default_variant", "has_variant_with_components", "inventory_total", "is_price_reduced", "out_of_stock_somewhere", "price",
            "product_configuration_owner", "product_publication_status", "publication_ids", "publishable_status", "published_at", "published_status",
        });

    public static Page Page(FieldCall call)
    {
        var search = new Search<Product>(call, Fields);
        var found = call.Shop.Products.Where(search.Matches);
        return call.Get<string>("sortKey") switch
        {
            "ID" => call.Slice([.. found], p => p.Id),
            "UPDATED_AT" => call.Sort(found, p => new Cursor(p.UpdatedAt.ToUnixTimeMilliseconds(), p.Id)),
            "CREATED_AT" => call.Sort(found, p => new Cursor(p.CreatedAt.ToUnixTimeMilliseconds(), p.Id)),
            var other => throw new NotSupportedException($"The sandbox cannot sort products by {other}."),
        };
    }

    public static Counted Count(FieldCall call)
    {
        var count = call.Shop.Products.Count(new Search<Product>(call, Fields).Matches);
        return call.GetInt("limit") is { } limit && count > limit ? new Counted(limit, false) : new Counted(count, true);
    }
}
