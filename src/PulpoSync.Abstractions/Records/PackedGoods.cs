namespace PulpoSync.Records;

/// <summary>
/// Goods that a warehouse has packed at one go for one of its orders, and that leave together: what a shop is told as a shipment. Holds no personal data.
/// </summary>
public sealed record PackedGoods
{
    /// <summary>The warehouse system's own key of the packing.</summary>
    public required string Key { get; init; }
    /// <summary>Number of the warehouse's order.</summary>
    public required string Number { get; init; }
    /// <summary>Account of the shop that the order came from.</summary>
    public required string Account { get; init; }
    /// <summary>The shop's key of the order (<see cref="Order.Key"/>).</summary>
    public required string OrderKey { get; init; }
    /// <summary>The shop's key of the location that the goods were ordered from; null where it is not known.</summary>
    public string? LocationKey { get; init; }
    /// <summary>Name of the warehouse; null where it is not known.</summary>
    public string? Warehouse { get; init; }
    /// <summary>How far it is.</summary>
    public required PackingState State { get; init; }
    /// <summary>When it was packed; null where it is not, or where nobody says.</summary>
    public DateTimeOffset? PackedAt { get; init; }
    /// <summary>When the warehouse system last changed it.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
    /// <summary>What was packed, each line of the order once.</summary>
    public IReadOnlyList<PackedLine> Lines { get; init; } = [];
    /// <summary>The boxes.</summary>
    public IReadOnlyList<Parcel> Parcels { get; init; } = [];
    /// <summary>In a write: what the settings say about the telling. Null when read.</summary>
    public ShipmentTelling? Telling { get; init; }
}
