namespace PulpoSync.Sandbox.Shopify;

/// <summary>The lists of inventory items and stock levels.</summary>
internal static class InventorySearch
{
    private static readonly SearchFields<ProductVariant> ItemFields = new(
        new Dictionary<string, FieldFilter<ProductVariant>>(StringComparer.Ordinal)
        {
            ["id"] = (variant, term, _) => SearchValues.Compare(variant.InventoryItemId, term),
            ["sku"] = (variant, term, _) => SearchValues.Is(variant.Sku, term),
            ["created_at"] = (variant, term, shop) => SearchValues.Compare(variant.CreatedAt, term, shop),
            ["updated_at"] = (variant, term, shop) => SearchValues.Compare(variant.UpdatedAt, term, shop),
            ["default"] = (variant, term, _) => SearchValues.Is(variant.Sku, term),
        },
        new HashSet<string>());

    private static readonly SearchFields<InventoryLevel> LevelFields = new(
        new Dictionary<string, FieldFilter<InventoryLevel>>(StringComparer.Ordinal)
        {
            ["id"] = (level, term, _) => SearchValues.Compare(level.Location.LevelId, term),
            ["inventory_item_id"] = (level, term, _) => SearchValues.Compare(level.Variant.InventoryItemId, term),
            ["created_at"] = (level, term, shop) => SearchValues.Compare(level.CreatedAt, term, shop),
            ["updated_at"] = (level, term, shop) => SearchValues.Compare(level.UpdatedAt, term, shop),
        },
        new HashSet<string> { "inventory_group_id", "default" });

    public static Page Items(FieldCall call)
    {
        var search = new Search<ProductVariant>(call, ItemFields);
        var page = call.Slice([.. call.Shop.Variants.Where(search.Matches)], v => v.InventoryItemId);
        return page with { Edges = [.. page.Edges.Select(e => e with { Node = new InventoryItemView((ProductVariant)e.Node) })] };
    }

    /// <summary>Those of the levels that the arguments ask for, sorted by what tells them apart.</summary>
    public static Page Levels(FieldCall call, IEnumerable<InventoryLevel> levels, Func<InventoryLevel, long> id)
    {
        var search = new Search<InventoryLevel>(call, LevelFields);
        var includeInactive = call.Get<bool>("includeInactive");
        return call.Slice([.. levels.Where(l => l.Exists && (l.IsActive || includeInactive) && search.Matches(l)).OrderBy(id)], id);
    }
}
