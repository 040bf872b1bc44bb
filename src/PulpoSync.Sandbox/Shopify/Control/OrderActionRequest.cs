namespace PulpoSync.Sandbox.Shopify;

/// <summary>What an action on an order needs to know; each needs some of it.</summary>
internal sealed record OrderActionRequest
{
    /// <summary>Numeric id of an order line; by default the first.</summary>
    public long? Line { get; init; }

    /// <summary>How many; what it means, and its default, depends on the action.</summary>
    public int? Quantity { get; init; }

    /// <summary>Numeric id of a fulfilment order; by default the first that is active.</summary>
    public long? FulfillmentOrder { get; init; }

    /// <summary>Name of a location.</summary>
    public string? Location { get; init; }

    /// <summary>Tags to add or remove.</summary>
    public string[] Tags { get; init; } = [];

    /// <summary>A note.</summary>
    public string? Note { get; init; }

    /// <summary>An address to ship to.</summary>
    public Address? Address { get; init; }

    /// <summary>A line to add.</summary>
    public OrderLineDraft? NewLine { get; init; }

    /// <summary>A financial status.</summary>
    public FinancialStatus? FinancialStatus { get; init; }

    /// <summary>A fulfilment status that does not follow from the fulfilment orders.</summary>
    public FulfillmentStatus? FulfillmentStatus { get; init; }

    /// <summary>Whether cancelled or refunded goods go back to stock.</summary>
    public bool Restock { get; init; }

    /// <summary>Why it is held.</summary>
    public HoldReason Reason { get; init; } = HoldReason.Other;

    /// <summary>When a scheduled fulfilment order is due.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Who carries the parcel.</summary>
    public string? TrackingCompany { get; init; }

    /// <summary>The parcel's number.</summary>
    public string? TrackingNumber { get; init; }
}
