namespace PulpoSync.Sandbox.Shopify;

/// <summary>A line of an order.</summary>
public sealed class OrderLine(long id, Order order, ProductVariant? variant, string title, int quantity, decimal price)
{
    /// <summary>The numeric id.</summary>
    public long Id { get; } = id;

    /// <summary>The order it belongs to.</summary>
    public Order Order { get; } = order;

    /// <summary>What was sold; null for a custom line.</summary>
    public ProductVariant? Variant { get; } = variant;

    /// <summary>The product's title, or the custom line's.</summary>
    public string Title { get; } = title;

    /// <summary>The article number when the order was made.</summary>
    public string? Sku { get; init; }

    /// <summary>As ordered, with what was refunded or removed later.</summary>
    public int Quantity { get; internal set; } = quantity;

    /// <summary>Refunded or removed.</summary>
    public int RemovedQuantity { get; internal set; }

    /// <summary>Of those refunded, the ones that had been shipped: goods that came back or were let go.</summary>
    public int RefundedAfterShipping { get; internal set; }

    /// <summary>Shipped, with what came back later.</summary>
    public int FulfilledQuantity { get; internal set; }

    /// <summary>After refunds and removals.</summary>
    public int CurrentQuantity => Quantity - RemovedQuantity;

    /// <summary>Still to ship.</summary>
    public int UnfulfilledQuantity => Math.Max(0, CurrentQuantity + RefundedAfterShipping - FulfilledQuantity);

    /// <summary>Price of one in the shop's currency.</summary>
    public decimal Price { get; } = price;

    /// <summary>Discount on one.</summary>
    public decimal UnitDiscount { get; init; }

    /// <summary>Whether it must be shipped.</summary>
    public bool RequiresShipping { get; init; } = true;

    /// <summary>Whether it is a gift card.</summary>
    public bool IsGiftCard { get; init; }

    /// <summary>Tax rate as a fraction: 0.19. Zero for none.</summary>
    public double TaxRate { get; init; }

    /// <summary>Price of one after discounts.</summary>
    public decimal DiscountedPrice => Price - UnitDiscount;
}
