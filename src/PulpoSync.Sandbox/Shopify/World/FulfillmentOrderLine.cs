namespace PulpoSync.Sandbox.Shopify;

/// <summary>A line of a fulfilment order.</summary>
public sealed class FulfillmentOrderLine(long id, OrderLine line, int quantity)
{
    /// <summary>The numeric id; not the order line's.</summary>
    public long Id { get; } = id;

    /// <summary>The order's line.</summary>
    public OrderLine Line { get; } = line;

    /// <summary>What was to ship in all.</summary>
    public int TotalQuantity { get; internal set; } = quantity;

    /// <summary>What is still to ship. Stays as it is when an order is cancelled without restocking.</summary>
    public int RemainingQuantity { get; internal set; } = quantity;
}
