namespace PulpoSync.Sandbox.Shopify;

/// <summary>A product with one variant to be made.</summary>
public sealed record ProductDraft
{
    /// <summary>The product's title.</summary>
    public required string Title { get; init; }

    /// <summary>The variant's article number; may be empty.</summary>
    public string? Sku { get; init; }

    /// <summary>The variant's title; null for a product without variants.</summary>
    public string? VariantTitle { get; init; }

    /// <summary>Bar code.</summary>
    public string? Barcode { get; init; }

    /// <summary>Price in the shop's currency.</summary>
    public decimal Price { get; init; } = 19.9m;

    /// <summary>Vendor.</summary>
    public string Vendor { get; init; } = "Sandbox";

    /// <summary>The merchant's own type.</summary>
    public string ProductType { get; init; } = "";

    /// <summary>Shopify's category, its parts joined by <c> &gt; </c>.</summary>
    public string? Category { get; init; }

    /// <summary>Whether it is a gift card.</summary>
    public bool IsGiftCard { get; init; }

    /// <summary>Whether it must be shipped.</summary>
    public bool RequiresShipping { get; init; } = true;

    /// <summary>Weight in grams.</summary>
    public int Grams { get; init; } = 500;
}
