namespace PulpoSync.Sandbox.Shopify;

/// <summary>What is sold: a variant of a product, with its inventory item.</summary>
public sealed class ProductVariant(long id, Product product)
{
    // Inventory items have ids of their own; so nothing is found by a variant's id that is to be found by the item's.
    private const long ItemOffset = 40_000_000_000_000;

    /// <summary>The numeric id.</summary>
    public long Id { get; } = id;

    /// <summary>The id as clients see it.</summary>
    public string Gid => Gids.Of("ProductVariant", Id);

    /// <summary>The numeric id of its inventory item.</summary>
    public long InventoryItemId => Id + ItemOffset;

    /// <summary>The inventory item's id as clients see it.</summary>
    public string InventoryItemGid => Gids.Of("InventoryItem", InventoryItemId);

    /// <summary>Its product.</summary>
    public Product Product { get; } = product;

    /// <summary>The variant's title; null for a product without variants.</summary>
    public string? Title { get; internal set; }

    /// <summary>The article number; may be empty, and need not be unique.</summary>
    public string? Sku { get; internal set; }

    /// <summary>The bar code, or null.</summary>
    public string? Barcode { get; internal set; }

    /// <summary>Price in the shop's currency.</summary>
    public decimal Price { get; internal set; }

    /// <summary>What one costs the merchant, in the shop's currency; null for unknown.</summary>
    public decimal? UnitCost { get; internal set; }

    /// <summary>False for downloads and most gift cards.</summary>
    public bool RequiresShipping { get; internal set; } = true;

    /// <summary>Weight of one.</summary>
    public int Grams { get; internal set; }

    /// <summary>Its code for customs, or null.</summary>
    public string? HarmonizedSystemCode { get; internal set; }

    /// <summary>Where it comes from: ISO 3166-1 alpha-2, or null.</summary>
    public string? CountryCodeOfOrigin { get; internal set; }

    /// <summary>Whether Shopify keeps account of its stock.</summary>
    public bool IsTracked { get; internal set; }

    /// <summary>Whether it was deleted. Orders that have it no longer show it.</summary>
    public bool IsRemoved { get; internal set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it changed. Its stock does not move this.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>Its place among the product's variants, counted from 1.</summary>
    public int Position => Product.VariantList.IndexOf(this) + 1;

    /// <summary>Its stock at the locations that stock it or once did.</summary>
    public IEnumerable<InventoryLevel> Levels => LevelList.Where(l => l.Exists);

    /// <summary>All that there is to know about its stock, also where it was never stocked.</summary>
    internal List<InventoryLevel> LevelList { get; } = [];

    internal static long IdOfItem(long inventoryItemId) => inventoryItemId - ItemOffset;
}
