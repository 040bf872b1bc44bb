namespace PulpoSync.Sandbox.Shopify;

/// <summary>A variant to be added to a product.</summary>
public record VariantDraft
{
    /// <summary>The variant's article number; may be empty.</summary>
    public string? Sku { get; init; }

    /// <summary>The variant's title; null for a product without variants.</summary>
    public string? VariantTitle { get; init; }

    /// <summary>Bar code.</summary>
    public string? Barcode { get; init; }

    /// <summary>Price in the shop's currency.</summary>
    public decimal Price { get; init; } = 19.9m;

    /// <summary>What one costs the merchant.</summary>
    public decimal? UnitCost { get; init; }

    /// <summary>Whether it must be shipped.</summary>
    public bool RequiresShipping { get; init; } = true;

    /// <summary>Weight in grams.</summary>
    public int Grams { get; init; } = 500;

    /// <summary>Its code for customs.</summary>
    public string? HarmonizedSystemCode { get; init; }

    /// <summary>Where it comes from: ISO 3166-1 alpha-2.</summary>
    public string? CountryCodeOfOrigin { get; init; }

    /// <summary>Whether Shopify keeps account of its stock; as <see cref="RequiresShipping"/> by default.</summary>
    public bool? IsTracked { get; init; }

    /// <summary>What is available of it, by the names of the locations that stock it; none by default.</summary>
    public IReadOnlyDictionary<string, int> Stock { get; init; } = new Dictionary<string, int>();
}
