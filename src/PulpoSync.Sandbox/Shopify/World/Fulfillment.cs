namespace PulpoSync.Sandbox.Shopify;

/// <summary>A shipment.</summary>
public sealed class Fulfillment(long id, string name, IReadOnlyList<FulfillmentOrder> fulfillmentOrders)
{
    /// <summary>The numeric id.</summary>
    public long Id { get; } = id;

    /// <summary>Its name: the order's with a counter, <c>#1001-F1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The fulfilment orders it was made from: of one order and one location.</summary>
    public IReadOnlyList<FulfillmentOrder> FulfillmentOrders { get; } = fulfillmentOrders;

    /// <summary>The order it belongs to.</summary>
    public Order Order => FulfillmentOrders[0].Order;

    /// <summary>Where it was shipped from.</summary>
    public Location Location { get; } = fulfillmentOrders[0].Location;

    /// <summary>Whether it was cancelled.</summary>
    public bool IsCancelled { get; internal set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it changed.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>The parcels.</summary>
    public IReadOnlyList<TrackingInfo> Tracking { get; internal set; } = [];

    /// <summary>What was shipped, each line of the order once.</summary>
    public IReadOnlyList<FulfillmentLine> Lines { get; init; } = [];

    /// <summary>How many messages the customer was sent about it.</summary>
    public int Notifications { get; internal set; }

    /// <summary>What it took from which fulfilment order.</summary>
    internal IReadOnlyList<(FulfillmentOrder Origin, FulfillmentOrderLine Item, int Quantity)> Taken { get; init; } = [];
}
