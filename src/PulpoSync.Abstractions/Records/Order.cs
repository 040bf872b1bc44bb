namespace PulpoSync.Records;

/// <summary>
/// An order in the canonical model: everything that any destination may need. Address, customer and notes are personal data and are never stored.
/// Status texts are the source's own words in upper case, so that a word which we do not know survives.
/// </summary>
public sealed record Order
{
    /// <summary>The source system's own, unchangeable key.</summary>
    public required string Key { get; init; }
    /// <summary>Bare number (<c>1001</c>).</summary>
    public required string Number { get; init; }
    /// <summary>Number as people see it, with the shop's prefix and suffix (<c>#1001-A</c>).</summary>
    public required string Name { get; init; }
    /// <summary>When the order was placed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>When the source last changed it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
    /// <summary>When it was cancelled; null while it is not.</summary>
    public DateTimeOffset? CancelledAt { get; init; }
    /// <summary>State of the order as a whole, where the source has one word for it (<c>PACKED</c>); null where it has none.</summary>
    public string? Status { get; init; }

    /// <summary>How far it is paid (<c>PAID</c>).</summary>
    public string? FinancialStatus { get; init; }
    /// <summary>How far it is shipped (<c>UNFULFILLED</c>).</summary>
    public string? FulfillmentStatus { get; init; }
    /// <summary>True for orders that were placed to try the shop out.</summary>
    public bool IsTest { get; init; }
    /// <summary>Where it was placed (web, pos, a marketplace, one of several shop accounts).</summary>
    public string? Channel { get; init; }

    /// <summary>The source system's own key of that channel, where it has one.</summary>
    public string? ChannelKey { get; init; }

    /// <summary>Key of the order that it was split off from or merged with; null where it stands for itself.</summary>
    public string? ParentKey { get; init; }

    /// <summary>Number of the order that this document cancels; null for a real order.</summary>
    public string? CancellationOf { get; init; }
    /// <summary>Tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
    /// <summary>Free text of customer or staff.</summary>
    public string? Note { get; init; }
    /// <summary>Free fields of the shop.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
    /// <summary>Who ordered; null for guests.</summary>
    public Customer? Customer { get; init; }
    /// <summary>Contact e-mail of the order itself.</summary>
    public string? Email { get; init; }
    /// <summary>Contact phone of the order itself.</summary>
    public string? Phone { get; init; }
    /// <summary>Where the goods go; null for pick-up and digital orders, or where withheld.</summary>
    public Address? ShipTo { get; init; }
    /// <summary>Where the bill goes.</summary>
    public Address? BillTo { get; init; }
    /// <summary>True where the shop's plan or rights keep name and address from us.</summary>
    public bool PersonalDataWithheld { get; init; }
    /// <summary>Title of the shipping method that the customer chose.</summary>
    public string? ShippingMethod { get; init; }
    /// <summary>Currency of the amounts, ISO 4217.</summary>
    public string? Currency { get; init; }
    /// <summary>Currency that the customer saw, ISO 4217.</summary>
    public string? CustomerCurrency { get; init; }
    /// <summary>True where prices contain the tax.</summary>
    public bool TaxesIncluded { get; init; }
    /// <summary>What the order costs now, after refunds and edits.</summary>
    public Money? Total { get; init; }
    /// <summary>Lines only, after discounts.</summary>
    public Money? Subtotal { get; init; }
    /// <summary>Shipping.</summary>
    public Money? Shipping { get; init; }
    /// <summary>All taxes.</summary>
    public Money? Tax { get; init; }
    /// <summary>All discounts.</summary>
    public Money? Discount { get; init; }
    /// <summary>The shop's advice on fraud (<c>ACCEPT</c>, <c>INVESTIGATE</c>, <c>CANCEL</c>).</summary>
    public string? Risk { get; init; }
    /// <summary>Lines; in a write only those of the one delivery, with its quantities.</summary>
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];
    /// <summary>What which location has still to ship.</summary>
    public IReadOnlyList<FulfillmentOrder> FulfillmentOrders { get; init; } = [];
    /// <summary>What has left.</summary>
    public IReadOnlyList<Shipment> Shipments { get; init; } = [];
    /// <summary>In a write: what the rules decided. Null when read.</summary>
    public OrderDelivery? Delivery { get; init; }
}
