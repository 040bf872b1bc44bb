namespace PulpoSync.Sandbox.Shopify;

/// <summary>What one location has to ship of an order.</summary>
public sealed class FulfillmentOrder(long id, Order order, Location location, DeliveryMethodType delivery)
{
    private static readonly FulfillmentOrderAction[] WhenOpen =
        [FulfillmentOrderAction.CreateFulfillment, FulfillmentOrderAction.ReportProgress, FulfillmentOrderAction.Move, FulfillmentOrderAction.Hold];

    private static readonly FulfillmentOrderAction[] WhenInProgress =
        [FulfillmentOrderAction.CreateFulfillment, FulfillmentOrderAction.ReportProgress, FulfillmentOrderAction.Hold, FulfillmentOrderAction.MarkAsOpen];

    /// <summary>The numeric id. Splits, moves and cancelled fulfilments make new ones.</summary>
    public long Id { get; } = id;

    /// <summary>The order it belongs to.</summary>
    public Order Order { get; } = order;

    /// <summary>Who has to ship.</summary>
    public Location Location { get; internal set; } = location;

    /// <summary>How it reaches the customer.</summary>
    public DeliveryMethodType Delivery { get; } = delivery;

    /// <summary>Its status.</summary>
    public FulfillmentOrderStatus Status { get; internal set; } = FulfillmentOrderStatus.Open;

    /// <summary>When it came into being.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its own time of change; an order's is another.</summary>
    public DateTimeOffset UpdatedAt { get; internal set; }

    /// <summary>When it is due.</summary>
    public DateTimeOffset FulfillAt { get; internal set; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<FulfillmentOrderLine> Lines => Items;

    /// <summary>What holds it.</summary>
    public IReadOnlyList<Hold> Holds => HoldList;

    internal List<FulfillmentOrderLine> Items { get; } = [];

    internal List<Hold> HoldList { get; } = [];

    /// <summary>Whether there is still work on it.</summary>
    public bool IsActive => Status is not (FulfillmentOrderStatus.Closed or FulfillmentOrderStatus.Cancelled or FulfillmentOrderStatus.Incomplete);

    /// <summary>What Shopify allows now, as seen in recorded answers.</summary>
    public IEnumerable<FulfillmentOrderAction> SupportedActions => Status switch
    {
        FulfillmentOrderStatus.Open => Items.Sum(l => l.RemainingQuantity) > 1 ? [.. WhenOpen, FulfillmentOrderAction.Split] : WhenOpen,
        FulfillmentOrderStatus.InProgress => WhenInProgress,
        FulfillmentOrderStatus.OnHold => [FulfillmentOrderAction.ReleaseHold, FulfillmentOrderAction.Hold, FulfillmentOrderAction.Move],
        FulfillmentOrderStatus.Scheduled => [FulfillmentOrderAction.MarkAsOpen, FulfillmentOrderAction.Move],
        _ => [],
    };
}
