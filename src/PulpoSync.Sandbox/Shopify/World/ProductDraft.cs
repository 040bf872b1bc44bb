namespace PulpoSync.Sandbox.Shopify;

/// <summary>A product with its first variant to be made.</summary>
public sealed record ProductDraft : VariantDraft
{
    /// <summary>The product's title.</summary>
    public required string Title { get; init; }

    /// <summary>The description, as HTML.</summary>
    public string DescriptionHtml { get; init; } = "";

    /// <summary>Vendor.</summary>
    public string Vendor { get; init; } = "Sandbox";

    /// <summary>The merchant's own type.</summary>
    public string ProductType { get; init; } = "";

    /// <summary>Shopify's category, its parts joined by <c> &gt; </c>.</summary>
    public string? Category { get; init; }

    /// <summary>Whether it is a gift card.</summary>
    public bool IsGiftCard { get; init; }

    /// <summary>Whether it can be sold.</summary>
    public ProductStatus Status { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Its other variants.</summary>
    public IReadOnlyList<VariantDraft> OtherVariants { get; init; } = [];
}
