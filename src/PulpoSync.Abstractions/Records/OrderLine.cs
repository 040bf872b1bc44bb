namespace PulpoSync.Records;

/// <summary>One line of an order.</summary>
public sealed record OrderLine
{
    /// <summary>The source system's own key of the line; stays the same through splits and moves.</summary>
    public required string Key { get; init; }
    /// <summary>Article number; null or blank where the shop has none.</summary>
    public string? Sku { get; init; }
    /// <summary>The source system's key of the product or variant, where it still exists.</summary>
    public string? ProductKey { get; init; }
    /// <summary>Title to show.</summary>
    public string? Title { get; init; }
    /// <summary>Path of the product's category, from the root, such as <c>Garden/Tools</c>.</summary>
    public string? CategoryPath { get; init; }
    /// <summary>Pieces that the customer still wants: ordered, less refunded and removed.</summary>
    public required int Quantity { get; init; }
    /// <summary>Price of one piece after all discounts, in the shop's currency.</summary>
    public Money? UnitPrice { get; init; }
    /// <summary>Tax of the whole line, in the shop's currency.</summary>
    public Money? Tax { get; init; }
    /// <summary>Tax rate as a fraction (0.19), where there is one rate.</summary>
    public decimal? TaxRate { get; init; }
    /// <summary>False for gift cards by e-mail, downloads and services.</summary>
    public bool RequiresShipping { get; init; } = true;
    /// <summary>True for gift cards, also printed ones.</summary>
    public bool IsGiftCard { get; init; }
}
