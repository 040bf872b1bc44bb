namespace PulpoSync.Sandbox.Shopify;

/// <summary>A product: what its variants have in common.</summary>
public sealed class Product(long id)
{
    /// <summary>The numeric id.</summary>
    public long Id { get; } = id;

    /// <summary>The id as clients see it.</summary>
    public string Gid => Gids.Of("Product", Id);

    /// <summary>What it is called.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>The description, as HTML.</summary>
    public string DescriptionHtml { get; internal set; } = "";

    /// <summary>Who makes it.</summary>
    public string Vendor { get; internal set; } = "";

    /// <summary>The merchant's own type.</summary>
    public string ProductType { get; internal set; } = "";

    /// <summary>Shopify's category, its parts joined by <c> &gt; </c>; null for none.</summary>
    public string? Category { get; internal set; }

    /// <summary>Whether it is a gift card.</summary>
    public bool IsGiftCard { get; init; }

    /// <summary>Whether it can be sold.</summary>
    public ProductStatus Status { get; internal set; }

    /// <summary>The tags in the order of their adding.</summary>
    public IReadOnlyList<string> Tags { get; internal set; } = [];

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it, one of its variants, or their cost or stock changed.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>Its variants by position.</summary>
    public IReadOnlyList<ProductVariant> Variants => VariantList;

    internal List<ProductVariant> VariantList { get; } = [];
}
