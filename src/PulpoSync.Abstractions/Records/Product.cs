namespace PulpoSync.Records;

/// <summary>
/// One article that can be sold and stored: a variant of a shop's product. Weight in kilograms, lengths in centimetres; what the source does not tell is
/// null and stays as it is at the destination.
/// </summary>
public sealed record Product
{
    /// <summary>The source system's own, unchangeable key of the variant.</summary>
    public required string Key { get; init; }
    /// <summary>The source system's own key of the product that it is a variant of.</summary>
    public required string ProductKey { get; init; }
    /// <summary>When the source last changed the variant, its product, or what it says of the goods.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
    /// <summary>Article number; null or blank where the shop has none.</summary>
    public string? Sku { get; init; }
    /// <summary>How many other variants of the shop have the same article number.</summary>
    public int SameSku { get; init; }
    /// <summary>Titles of those, as far as they were found.</summary>
    public IReadOnlyList<string> SameSkuTitles { get; init; } = [];
    /// <summary>Title of product and variant.</summary>
    public required string Title { get; init; }
    /// <summary>Description as plain text.</summary>
    public string? Description { get; init; }
    /// <summary>Barcodes.</summary>
    public IReadOnlyList<string> Barcodes { get; init; } = [];
    /// <summary>What one piece is sold for, in the shop's currency.</summary>
    public decimal? Price { get; init; }
    /// <summary>What one piece costs the shop, in its currency.</summary>
    public decimal? Cost { get; init; }
    /// <summary>Weight of one piece in kilograms.</summary>
    public decimal? Weight { get; init; }
    /// <summary>Length in centimetres.</summary>
    public decimal? Length { get; init; }
    /// <summary>Width in centimetres.</summary>
    public decimal? Width { get; init; }
    /// <summary>Height in centimetres.</summary>
    public decimal? Height { get; init; }
    /// <summary>Tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>The source's own word for the product's state, upper case (<c>ACTIVE</c>).</summary>
    public string? Status { get; init; }
    /// <summary>False for gift cards by e-mail, downloads and services.</summary>
    public bool RequiresShipping { get; init; } = true;
    /// <summary>True for gift cards, also printed ones.</summary>
    public bool IsGiftCard { get; init; }
    /// <summary>Harmonised code for customs.</summary>
    public string? HsCode { get; init; }
    /// <summary>Country of origin as ISO 3166-1 alpha-2.</summary>
    public string? OriginCountry { get; init; }
    /// <summary>In a write: what the rules decided. Null when read.</summary>
    public ProductEntry? Entry { get; init; }
}
