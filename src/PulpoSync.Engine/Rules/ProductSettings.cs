using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Rules;

/// <summary>The settings of products, read once for a run.</summary>
public sealed record ProductSettings
{
    /// <summary>The word of PriceFrom for the price of one piece.</summary>
    public const string PriceOfVariant = "Variant";
    /// <summary>The word of PriceFrom for what one piece costs the shop.</summary>
    public const string CostOfItem = "Cost";

    /// <summary>States to import, upper case.</summary>
    public required IReadOnlySet<string> Status { get; init; }
    /// <summary>Leave out what needs no shipping.</summary>
    public bool PhysicalOnly { get; init; }
    /// <summary>Product tags become categories.</summary>
    public bool TagsToCategories { get; init; }
    /// <summary>True where the cost per item is the price, false where the variant's price is.</summary>
    public bool PriceFromCost { get; init; }
    /// <summary>Tag of products whose pieces are told apart by lot.</summary>
    public string? LotTag { get; init; }
    /// <summary>Tag of products whose pieces are told apart by serial number.</summary>
    public string? SerialTag { get; init; }
    /// <summary>Supplier of products that have none.</summary>
    public string? Supplier { get; init; }

    /// <summary>Reads the settings of an integration.</summary>
    public static ProductSettings From(SettingBag bag) => new()
    {
        Status = new HashSet<string>(bag.List("ProductStatus"), StringComparer.OrdinalIgnoreCase),
        PhysicalOnly = bag.Switch("PhysicalOnly"),
        TagsToCategories = bag.Switch("TagsToCategories"),
        PriceFromCost = bag.Text("PriceFrom") == CostOfItem,
        LotTag = bag.Text("LotTag"),
        SerialTag = bag.Text("SerialTag"),
        Supplier = bag.Text("Supplier"),
    };
}
