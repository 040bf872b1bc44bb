namespace PulpoSync.Sandbox.Shopify;

/// <summary>A line of an order to be made.</summary>
public sealed record OrderLineDraft
{
    /// <summary>The variant's SKU; one that no variant has makes a custom line.</summary>
    public string? Sku { get; init; }

    /// <summary>The variant's numeric id, where the SKU does not tell.</summary>
    public long? VariantId { get; init; }

    /// <summary>A line without a variant, even if one has the SKU.</summary>
    public bool IsCustom { get; init; }

    /// <summary>How many.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>Title; the product's by default.</summary>
    public string? Title { get; init; }

    /// <summary>Price of one; the variant's by default.</summary>
    public decimal? Price { get; init; }

    /// <summary>Discount on one.</summary>
    public decimal UnitDiscount { get; init; }

    /// <summary>Tax rate as a fraction.</summary>
    public double TaxRate { get; init; } = 0.19;

    /// <summary>The name of the location that has to ship it; the shop's first by default.</summary>
    public string? Location { get; init; }

    /// <summary>Whether it must be shipped; as the variant by default.</summary>
    public bool? RequiresShipping { get; init; }

    /// <summary>Whether it is a gift card; as the product otherwise.</summary>
    public bool IsGiftCard { get; init; }
}
