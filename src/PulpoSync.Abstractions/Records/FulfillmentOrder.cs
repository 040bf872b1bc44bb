namespace PulpoSync.Records;

/// <summary>What one location has to ship of an order. Its key changes with every split, move or merge: never remember it.</summary>
public sealed record FulfillmentOrder
{
    /// <summary>The source system's own key, for the moment.</summary>
    public required string Key { get; init; }
    /// <summary>State in canonical words; see <see cref="FulfillmentState"/>.</summary>
    public required FulfillmentState State { get; init; }
    /// <summary>The source system's own word for the state.</summary>
    public string? StateText { get; init; }
    /// <summary>The source system's key of the location that ships; null where none is assigned.</summary>
    public string? LocationKey { get; init; }
    /// <summary>Name of that location.</summary>
    public string? LocationName { get; init; }
    /// <summary>How the goods reach the customer.</summary>
    public DeliveryKind Delivery { get; init; }
    /// <summary>Why it is on hold, in the source system's words.</summary>
    public string? HoldReason { get; init; }
    /// <summary>What is still to ship.</summary>
    public IReadOnlyList<LineQuantity> Remaining { get; init; } = [];
}
