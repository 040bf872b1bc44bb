namespace PulpoSync.Sandbox.Shopify;

/// <summary>An order as the shop knows it.</summary>
public sealed class Order(long id, int number, string name)
{
    /// <summary>The numeric id.</summary>
    public long Id { get; } = id;

    /// <summary>The id as clients see it: <c>gid://shopify/Order/{Id}</c>.</summary>
    public string Gid => Gids.Of("Order", Id);

    /// <summary>The bare number.</summary>
    public int Number { get; } = number;

    /// <summary>The number with the shop's prefix and suffix.</summary>
    public string Name { get; } = name;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed. A hold on a fulfilment order does not move it.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>When it was archived.</summary>
    public DateTimeOffset? ClosedAt { get; internal set; }

    /// <summary>When it was cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; internal set; }

    /// <summary>Why it was cancelled.</summary>
    public CancelReason? CancelReason { get; internal set; }

    /// <summary>Whether it was paid by a test gateway.</summary>
    public bool IsTest { get; init; }

    /// <summary>What the customer pays in; prices are kept in the shop's currency.</summary>
    public string PresentmentCurrency { get; init; } = "EUR";

    /// <summary>Presentment money for one unit of the shop's currency.</summary>
    public decimal ExchangeRate { get; init; } = 1;

    /// <summary>Whether it is paid.</summary>
    public FinancialStatus FinancialStatus { get; internal set; } = FinancialStatus.Paid;

    /// <summary>A status that does not follow from the fulfilment orders: old or rare ones.</summary>
    public FulfillmentStatus? FulfillmentStatusOverride { get; internal set; }

    /// <summary>The tags in the order of their adding.</summary>
    public IReadOnlyList<string> Tags { get; internal set; } = [];

    /// <summary>The merchant's or customer's note.</summary>
    public string? Note { get; internal set; }

    /// <summary>Additional details.</summary>
    public IReadOnlyList<OrderDetail> CustomAttributes { get; init; } = [];

    /// <summary>Where it came from: <c>web</c>, <c>pos</c>, …</summary>
    public string SourceName { get; init; } = "web";

    /// <summary>The customer; null for guests of the point of sale and some imports.</summary>
    public Customer? Customer { get; init; }

    /// <summary>E-mail given with the order.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone given with the order.</summary>
    public string? Phone { get; init; }

    /// <summary>Where to ship; null for pick-up, point of sale and digital orders.</summary>
    public Address? ShippingAddress { get; internal set; }

    /// <summary>Who pays.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>The chosen shipping.</summary>
    public ShippingLine? ShippingLine { get; init; }

    /// <summary>The point of sale it was made at.</summary>
    public Location? RetailLocation { get; init; }

    /// <summary>Risk.</summary>
    public RiskRecommendation Risk { get; init; } = RiskRecommendation.Accept;

    /// <summary>Whether prices contain the tax.</summary>
    public bool TaxesIncluded { get; init; } = true;

    /// <summary>Its lines.</summary>
    public IReadOnlyList<OrderLine> Lines => LineList;

    /// <summary>Its fulfilment orders, also closed ones.</summary>
    public IReadOnlyList<FulfillmentOrder> FulfillmentOrders => FulfillmentOrderList;

    /// <summary>Its shipments.</summary>
    public IReadOnlyList<Fulfillment> Fulfillments => FulfillmentList;

    /// <summary>Its refunds.</summary>
    public IReadOnlyList<Refund> Refunds => RefundList;

    /// <summary>Its returns.</summary>
    public IReadOnlyList<Return> Returns => ReturnList;

    /// <summary>What makes it peculiar, for tests to select by. No part of Shopify.</summary>
    public IReadOnlySet<OrderTrait> Traits { get; internal set; } = new HashSet<OrderTrait>();

    /// <summary>Whether the search index has lost it. No part of Shopify.</summary>
    public bool IsHiddenFromSearch { get; internal set; }

    internal List<OrderLine> LineList { get; } = [];

    internal List<FulfillmentOrder> FulfillmentOrderList { get; } = [];

    internal List<Fulfillment> FulfillmentList { get; } = [];

    internal List<Refund> RefundList { get; } = [];

    internal List<Return> ReturnList { get; } = [];

    /// <summary>The time of change that the search index knows; null as long as it does not know the order.</summary>
    internal DateTimeOffset? IndexedUpdatedAt { get; set; }

    /// <summary>The status shown for shipping.</summary>
    public FulfillmentStatus FulfillmentStatus
    {
        get
        {
            if (FulfillmentStatusOverride is { } other) return other;
            var fulfilled = LineList.Exists(l => l.FulfilledQuantity > 0);
            if (CancelledAt is not null && !fulfilled) return FulfillmentStatus.Unfulfilled;
            var active = FulfillmentOrderList.FindAll(f => f.IsActive);
            if (fulfilled) return active.Count == 0 ? FulfillmentStatus.Fulfilled : FulfillmentStatus.PartiallyFulfilled;
            if (active.Count == 0) return FulfillmentStatus.Unfulfilled;
            return active.TrueForAll(f => f.Status == FulfillmentOrderStatus.OnHold) ? FulfillmentStatus.OnHold
                : active.TrueForAll(f => f.Status == FulfillmentOrderStatus.Scheduled) ? FulfillmentStatus.Scheduled
                : active.TrueForAll(f => f.Status == FulfillmentOrderStatus.InProgress) ? FulfillmentStatus.InProgress
                : FulfillmentStatus.Unfulfilled;
        }
    }

    /// <summary>How its returns stand, taken together: one that waits for something counts before one that does not.</summary>
    public OrderReturnStatus ReturnStatus =>
        ReturnList.Exists(r => r.Status == Shopify.ReturnStatus.Requested) ? OrderReturnStatus.ReturnRequested
        : ReturnList.Exists(r => r.Status == Shopify.ReturnStatus.Open) ? OrderReturnStatus.InProgress
        : ReturnList.Exists(r => r.Status == Shopify.ReturnStatus.Closed) ? OrderReturnStatus.Returned
        : OrderReturnStatus.NoReturn;

    /// <summary>How it was paid.</summary>
    public string Gateway => IsTest ? "bogus" : SourceName == "pos" ? "cash" : "shopify_payments";

    /// <summary>All lines as ordered, after discounts.</summary>
    public decimal Subtotal => LineList.Sum(l => l.Quantity * l.DiscountedPrice);

    /// <summary>All lines as they now are, after discounts.</summary>
    public decimal CurrentSubtotal => LineList.Sum(l => l.CurrentQuantity * l.DiscountedPrice);

    /// <summary>Tax on all lines, in or on top of their prices.</summary>
    public decimal TaxOn(Func<OrderLine, int> quantity) => LineList.Sum(l => TaxOf(l, quantity(l)));

    /// <summary>Tax on so many of a line, rounded to cents.</summary>
    public decimal TaxOf(OrderLine line, int quantity)
    {
        var price = quantity * line.DiscountedPrice;
        var rate = (decimal)line.TaxRate;
        return Math.Round(TaxesIncluded ? price - (price / (1 + rate)) : price * rate, 2);
    }

    /// <summary>What the customer pays for so many of a line, tax included.</summary>
    public decimal PriceOf(OrderLine line, int quantity) => (quantity * line.DiscountedPrice) + (TaxesIncluded ? 0 : TaxOf(line, quantity));

    /// <summary>What the customer was to pay.</summary>
    public decimal Total => Subtotal + (ShippingLine?.Price ?? 0) + (TaxesIncluded ? 0 : TaxOn(l => l.Quantity));

    /// <summary>What is left of it after refunds and removals.</summary>
    public decimal CurrentTotal => LineList.TrueForAll(l => l.CurrentQuantity == 0)
        ? 0
        : CurrentSubtotal + (ShippingLine?.Price ?? 0) + (TaxesIncluded ? 0 : TaxOn(l => l.CurrentQuantity));

    /// <summary>What was paid.</summary>
    public decimal Received => FinancialStatus switch
    {
        FinancialStatus.Paid or FinancialStatus.Refunded or FinancialStatus.PartiallyRefunded => Total,
        FinancialStatus.PartiallyPaid => Math.Round(Total / 2, 2),
        _ => 0,
    };

    /// <summary>What is left of what was paid.</summary>
    public decimal NetPayment => Received - Refunded;

    /// <summary>What is left of the price of shipping.</summary>
    public decimal RefundableShipping => Math.Max(0, (ShippingLine?.Price ?? 0) - RefundList.Sum(r => r.Shipping));

    /// <summary>What was given back.</summary>
    public decimal Refunded => RefundList.Sum(r => r.Amount);
}
