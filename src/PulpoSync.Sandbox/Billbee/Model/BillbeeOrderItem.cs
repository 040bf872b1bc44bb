namespace PulpoSync.Sandbox.Billbee;

/// <summary>A line of an order, named as in Billbee's JSON.</summary>
public sealed record BillbeeOrderItem
{
    /// <summary>A list of product attributes for this position.</summary>
    public IReadOnlyList<BillbeeItemTrait> Attributes { get; init; } = [];

    /// <summary>Billbee's id; given when the order is added.</summary>
    public long? BillbeeId { get; init; }

    /// <summary>Sets the discount in percent.</summary>
    public decimal? Discount { get; init; }

    /// <summary>If true, the import of this order won't adjust the stock level at billbee.</summary>
    public bool DontAdjustStock { get; init; }

    /// <summary>If true, the price will be overwritten by the known article price in billbee if available.</summary>
    public bool GetPriceFromArticleIfAny { get; init; }

    /// <summary>Contains the SKU from OrderDetail (if available) or from Product.</summary>
    public string? InvoiceSKU { get; init; }

    /// <summary>Determines if it is a coupon, which is interpreted as tax-free payment.</summary>
    public bool IsCoupon { get; init; }

    /// <summary>Product.</summary>
    public BillbeeSoldProduct? Product { get; init; }

    /// <summary>The sold quantity.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Contains the used serial number.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>The shipping profile of the line.</summary>
    public string? ShippingProfileId { get; init; }

    /// <summary>The tax amount in the total price.</summary>
    public decimal? TaxAmount { get; init; }

    /// <summary>The tax index.</summary>
    public int? TaxIndex { get; init; }

    /// <summary>The total price (unit price * quantity).</summary>
    public decimal? TotalPrice { get; init; }

    /// <summary>Id of the individual transaction.</summary>
    public string? TransactionId { get; init; }

    /// <summary>Is just used for the billbee api.</summary>
    public decimal? UnrebatedTotalPrice { get; init; }
}
