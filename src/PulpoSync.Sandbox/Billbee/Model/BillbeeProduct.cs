using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>An article as Billbee keeps it, named as in its JSON. A row never changes: an edit puts another in its place.</summary>
public sealed record BillbeeProduct
{
    /// <summary>Basic attributes.</summary>
    public IReadOnlyList<BillbeeText> BasicAttributes { get; init; } = [];

    /// <summary>Bill of material.</summary>
    public IReadOnlyList<BillbeePart> BillOfMaterial { get; init; } = [];

    /// <summary>Category1.</summary>
    public BillbeeCategory? Category1 { get; init; }

    /// <summary>Category2.</summary>
    public BillbeeCategory? Category2 { get; init; }

    /// <summary>Category3.</summary>
    public BillbeeCategory? Category3 { get; init; }

    /// <summary>Condition.</summary>
    public int? Condition { get; init; }

    /// <summary>Cost price.</summary>
    public decimal? CostPrice { get; init; }

    /// <summary>Country of origin.</summary>
    public string? CountryOfOrigin { get; init; }

    /// <summary>Custom fields.</summary>
    public IReadOnlyList<object> CustomFields { get; init; } = [];

    /// <summary>Delivery time.</summary>
    public int? DeliveryTime { get; init; }

    /// <summary>Description.</summary>
    public IReadOnlyList<BillbeeText> Description { get; init; } = [];

    /// <summary>EAN.</summary>
    public string? EAN { get; init; }

    /// <summary>Export description.</summary>
    public string? ExportDescription { get; init; }

    /// <summary>Export description multi language.</summary>
    public IReadOnlyList<BillbeeText> ExportDescriptionMultiLanguage { get; init; } = [];

    /// <summary>Height cm.</summary>
    public decimal? HeightCm { get; init; }

    /// <summary>Id.</summary>
    public long? Id { get; init; }

    /// <summary>Images.</summary>
    public IReadOnlyList<object> Images { get; init; } = [];

    /// <summary>Invoice text.</summary>
    public IReadOnlyList<BillbeeText> InvoiceText { get; init; } = [];

    /// <summary>Is customizable.</summary>
    public bool IsCustomizable { get; init; }

    /// <summary>Is deactivated.</summary>
    public bool IsDeactivated { get; init; }

    /// <summary>Is digital.</summary>
    public bool IsDigital { get; init; }

    /// <summary>Length cm.</summary>
    public decimal? LengthCm { get; init; }

    /// <summary>Low stock.</summary>
    public bool LowStock { get; init; }

    /// <summary>Manufacturer.</summary>
    public string? Manufacturer { get; init; }

    /// <summary>Materials.</summary>
    public IReadOnlyList<BillbeeText> Materials { get; init; } = [];

    /// <summary>Occasion.</summary>
    public int? Occasion { get; init; }

    /// <summary>Price.</summary>
    public decimal Price { get; init; }

    /// <summary>Recipient.</summary>
    public int? Recipient { get; init; }

    /// <summary>SKU.</summary>
    public string? SKU { get; init; }

    /// <summary>Shipping product id.</summary>
    public long? ShippingProductId { get; init; }

    /// <summary>Short description.</summary>
    public IReadOnlyList<BillbeeText> ShortDescription { get; init; } = [];

    /// <summary>Sold amount.</summary>
    public decimal? SoldAmount { get; init; }

    /// <summary>Sold amount last30days.</summary>
    public decimal? SoldAmountLast30Days { get; init; }

    /// <summary>Sold sum gross.</summary>
    public decimal? SoldSumGross { get; init; }

    /// <summary>Sold sum gross last30days.</summary>
    public decimal? SoldSumGrossLast30Days { get; init; }

    /// <summary>Sold sum net.</summary>
    public decimal? SoldSumNet { get; init; }

    /// <summary>Sold sum net last30days.</summary>
    public decimal? SoldSumNetLast30Days { get; init; }

    /// <summary>Sources.</summary>
    public IReadOnlyList<BillbeeSource> Sources { get; init; } = [];

    /// <summary>Stock code.</summary>
    public string? StockCode { get; init; }

    /// <summary>Stock current.</summary>
    public decimal? StockCurrent { get; init; }

    /// <summary>Stock desired.</summary>
    public decimal? StockDesired { get; init; }

    /// <summary>Stock reduce items per sale.</summary>
    public decimal? StockReduceItemsPerSale { get; init; }

    /// <summary>Stock warning.</summary>
    public decimal? StockWarning { get; init; }

    /// <summary>Stocks.</summary>
    public IReadOnlyList<BillbeeArticleStock> Stocks { get; init; } = [];

    /// <summary>Tags.</summary>
    public IReadOnlyList<BillbeeText> Tags { get; init; } = [];

    /// <summary>Taric number.</summary>
    public string? TaricNumber { get; init; }

    /// <summary>Title.</summary>
    public IReadOnlyList<BillbeeText> Title { get; init; } = [];

    /// <summary>1 for an ordinary article, 2 for a bill of materials.</summary>
    public int Type { get; init; } = 1;

    /// <summary>Unit.</summary>
    public int? Unit { get; init; }

    /// <summary>Units per item.</summary>
    public decimal? UnitsPerItem { get; init; }

    /// <summary>Vat1rate.</summary>
    public decimal Vat1Rate { get; init; }

    /// <summary>Vat2rate.</summary>
    public decimal Vat2Rate { get; init; }

    /// <summary>Vat index.</summary>
    public int VatIndex { get; init; } = 1;

    /// <summary>Weight.</summary>
    public int? Weight { get; init; }

    /// <summary>Weight net.</summary>
    public int? WeightNet { get; init; }

    /// <summary>Width cm.</summary>
    public decimal? WidthCm { get; init; }

    /// <summary>When it was made, UTC. Billbee filters by it and does not show it.</summary>
    [JsonIgnore]
    public DateTime? CreatedAt { get; init; }
}
