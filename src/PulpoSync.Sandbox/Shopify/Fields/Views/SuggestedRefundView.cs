namespace PulpoSync.Sandbox.Shopify;

/// <summary>What Shopify would give back for some lines and shipping.</summary>
internal sealed record SuggestedRefundView(Order Order, IReadOnlyList<RefundLine> Lines, decimal Shipping)
{
    /// <summary>What the lines cost, before tax on top.</summary>
    public decimal Subtotal => Lines.Sum(l => l.Quantity * l.Line.DiscountedPrice);

    public decimal Tax => Lines.Sum(l => Order.TaxOf(l.Line, l.Quantity));

    /// <summary>All of it, but no more than is left of what was paid.</summary>
    public decimal Amount => Math.Min(Order.NetPayment, Lines.Sum(l => Order.PriceOf(l.Line, l.Quantity)) + Shipping);
}
