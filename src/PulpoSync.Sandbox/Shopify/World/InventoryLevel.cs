namespace PulpoSync.Sandbox.Shopify;

/// <summary>The stock of a variant at a location.</summary>
public sealed class InventoryLevel(ProductVariant variant, Location location)
{
    /// <summary>Of what.</summary>
    public ProductVariant Variant { get; } = variant;

    /// <summary>Where.</summary>
    public Location Location { get; } = location;

    /// <summary>The id as clients see it: the location's part and the item's.</summary>
    public string Gid => $"{Gids.Of("InventoryLevel", Location.LevelId)}?inventory_item_id={Variant.InventoryItemId}";

    /// <summary>Whether the variant was ever stocked there: Shopify shows no level before.</summary>
    public bool Exists { get; internal set; }

    /// <summary>Whether it is stocked there now. A level that is not keeps its quantities.</summary>
    public bool IsActive { get; internal set; }

    /// <summary>What can be sold; below zero when more was sold than there is.</summary>
    public int Available { get; internal set; }

    /// <summary>What orders are waiting for.</summary>
    public int Committed => Variant.IsTracked ? Demand : 0;

    /// <summary>What is on its way.</summary>
    public int Incoming { get; internal set; }

    /// <summary>Set aside.</summary>
    public int Reserved { get; internal set; }

    /// <summary>There, and of no use.</summary>
    public int Damaged { get; internal set; }

    /// <summary>There, and being looked at.</summary>
    public int QualityControl { get; internal set; }

    /// <summary>There, and kept for a rainy day.</summary>
    public int SafetyStock { get; internal set; }

    /// <summary>What lies there.</summary>
    public int OnHand => Available + Committed + Reserved + Damaged + QualityControl + SafetyStock;

    /// <summary>When it came into being.</summary>
    public DateTimeOffset CreatedAt { get; internal set; }

    /// <summary>When it changed.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>What the open fulfilment orders of the location still have to ship; counted even where stock is not.</summary>
    internal int Demand { get; set; }

    /// <summary>The quantity of a name, or null when there is none of it.</summary>
    public int? Quantity(string name) => name switch
    {
        "available" => Available,
        "committed" => Committed,
        "on_hand" => OnHand,
        "incoming" => Incoming,
        "reserved" => Reserved,
        "damaged" => Damaged,
        "quality_control" => QualityControl,
        "safety_stock" => SafetyStock,
        _ => null,
    };
}
