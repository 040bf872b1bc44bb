namespace PulpoSync.Sandbox.Shopify;

/// <summary>An order to be made.</summary>
public sealed record OrderDraft
{
    /// <summary>What is bought.</summary>
    public required IReadOnlyList<OrderLineDraft> Lines { get; init; }

    /// <summary>Who buys; null for none.</summary>
    public CustomerDraft? Customer { get; init; }

    /// <summary>E-mail of the order; the customer's by default.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone of the order; the customer's by default.</summary>
    public string? Phone { get; init; }

    /// <summary>Where to ship; null for nowhere.</summary>
    public Address? ShippingAddress { get; init; }

    /// <summary>Who pays; the shipping address by default.</summary>
    public Address? BillingAddress { get; init; }

    /// <summary>How the lines that require shipping reach the customer.</summary>
    public DeliveryMethodType Delivery { get; init; } = DeliveryMethodType.Shipping;

    /// <summary>Price of shipping; null for no shipping line.</summary>
    public decimal? ShippingPrice { get; init; } = 4.9m;

    /// <summary>Title and code of the shipping line.</summary>
    public string ShippingTitle { get; init; } = "DHL Paket";

    /// <summary>Whether it is paid.</summary>
    public FinancialStatus FinancialStatus { get; init; } = FinancialStatus.Paid;

    /// <summary>Tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Note.</summary>
    public string? Note { get; init; }

    /// <summary>Additional details.</summary>
    public IReadOnlyList<OrderDetail> CustomAttributes { get; init; } = [];

    /// <summary>Where it came from.</summary>
    public string SourceName { get; init; } = "web";

    /// <summary>The name of the location it was sold at, for the point of sale.</summary>
    public string? RetailLocation { get; init; }

    /// <summary>Whether it is a test.</summary>
    public bool IsTest { get; init; }

    /// <summary>The customer's currency; the shop's by default.</summary>
    public string? PresentmentCurrency { get; init; }

    /// <summary>Presentment money for one unit of the shop's currency, where they differ.</summary>
    public decimal ExchangeRate { get; init; } = 1;

    /// <summary>Risk.</summary>
    public RiskRecommendation Risk { get; init; } = RiskRecommendation.Accept;

    /// <summary>Whether prices contain the tax.</summary>
    public bool TaxesIncluded { get; init; } = true;
}
