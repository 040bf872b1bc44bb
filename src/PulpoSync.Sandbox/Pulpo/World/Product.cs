using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Weights in kg, lengths in cm, volume in cm³.</summary>
internal sealed record Product : Entity
{
    public string? Sku { get; init; }
    public string? Name { get; init; }
    public string? Description { get; init; }
    public bool Active { get; init; } = true;
    public IReadOnlyList<string> Barcodes { get; init; } = [];
    public string? ManagementType { get; init; } = "none";
    public bool BatchControl { get; init; }
    public JsonElement? Attributes { get; init; }
    public IReadOnlyList<ProductCategory> ProductCategories { get; init; } = [];
    public long? ThirdPartyId { get; init; }
    public string? SupplierProductId { get; init; }
    public decimal? CostPrice { get; init; }
    public decimal? Weight { get; init; }
    public decimal? Height { get; init; }
    public decimal? Width { get; init; }
    public decimal? Length { get; init; }
    public decimal? Volume { get; init; }
    public bool? Stackable { get; init; }
    public string? ArticleNumber { get; init; }
    public string? HsCode { get; init; }
    public string? OriginCountry { get; init; }
    public bool? LqLimitedQuantity { get; init; }
    public long? UnitsPerPallet { get; init; }
    public long? UnitsPerSalesPackage { get; init; } = 1;
    public long? UnitsPerPurchasePackage { get; init; } = 1;
    public long? MinimumSalesUnit { get; init; } = 1;
    public long? MinimumPurchaseUnit { get; init; } = 1;
    public string? SalesMeasureUnits { get; init; } = "piece";
    public string? PurchaseMeasureUnits { get; init; } = "piece";
    public int TenantId { get; init; }
    public long? MerchantId { get; init; }
    public bool Deleted { get; init; }
    public DateTime? DeletedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ThirdParty? ThirdParty { get; init; }
}
