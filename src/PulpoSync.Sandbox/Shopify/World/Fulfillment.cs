namespace PulpoSync.Sandbox.Shopify;

/// <summary>A shipment.</summary>
public sealed class Fulfillment(long id, string name, FulfillmentOrder fulfillmentOrder)
{
    /// <summary>The numeric id.</summary>
    public long Id { get; } = id;

    /// <summary>Its name: the order's with a counter, <c>#1001-F1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The fulfilment order it was made from.</summary>
    public FulfillmentOrder FulfillmentOrder { get; } = fulfillmentOrder;

    /// <summary>Where it was shipped from.</summary>
    public Location Location { get; } = fulfillmentOrder.Location;

    /// <summary>Whether it was cancelled.</summary>
    public bool IsCancelled { get; internal set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it changed.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>The parcels.</summary>
    public IReadOnlyList<TrackingInfo> Tracking { get; init; } = [];

    /// <summary>What was shipped.</summary>
    public IReadOnlyList<FulfillmentLine> Lines { get; init; } = [];
}
