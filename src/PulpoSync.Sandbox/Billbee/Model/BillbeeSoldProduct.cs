namespace PulpoSync.Sandbox.Billbee;

/// <summary>The article of a line, as it was sold.</summary>
public sealed record BillbeeSoldProduct
{
    /// <summary>The Billbee internal id of the linked product.</summary>
    public long? BillbeeId { get; init; }

    /// <summary>The country where this article was made.</summary>
    public string? CountryOfOrigin { get; init; }

    /// <summary>The EAN / GTIN of this product.</summary>
    public string? EAN { get; init; }

    /// <summary>The id of this product in the external system.</summary>
    public string? Id { get; init; }

    /// <summary>The images of this product.</summary>
    public IReadOnlyList<object> Images { get; init; } = [];

    /// <summary>True if the product is a digital good (download etc.), false if not.</summary>
    public bool IsDigital { get; init; }

    /// <summary>What the id was before the shop changed it.</summary>
    public string? OldId { get; init; }

    /// <summary>Optional platform specific Data as serialized JSON Object for the product.</summary>
    public string? PlatformData { get; init; }

    /// <summary>The SKU of this product.</summary>
    public string? SKU { get; init; }

    /// <summary>The SKU of this product or the id if the SKU is empty.</summary>
    public string? SkuOrId => string.IsNullOrEmpty(SKU) ? Id : SKU;

    /// <summary>The TARIC code.</summary>
    public string? TARICCode { get; init; }

    /// <summary>The name of this product.</summary>
    public string? Title { get; init; }

    /// <summary>Indicates whether the article is 1 = normal or 2 = BOM.</summary>
    public int? Type { get; init; } = 1;

    /// <summary>Weight of one item in gram.</summary>
    public int? Weight { get; init; }
}
