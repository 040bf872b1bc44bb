namespace PulpoSync.Records;

/// <summary>A packed box that may want a label. Holds no personal data: where it goes stands in the shop's order.</summary>
public sealed record PackedBox
{
    /// <summary>The warehouse system's own key of the box, with which it is found again: packing and box, parted by a slash.</summary>
    public required string Key { get; init; }

    /// <summary>Number for people: that of the warehouse's order, and which box of it, parted by a slash.</summary>
    public required string Number { get; init; }

    /// <summary>Account of the shop that the order came from.</summary>
    public required string Account { get; init; }

    /// <summary>The shop's key of the order (<see cref="Order.Key"/>).</summary>
    public required string OrderKey { get; init; }

    /// <summary>How far its packing is.</summary>
    public required PackingState State { get; init; }

    /// <summary>When the warehouse system last changed its packing.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The warehouse's name of the shipping method; null where the order has none.</summary>
    public string? ShippingMethod { get; init; }

    /// <summary>False where the warehouse says that labels of this shipping method are not fetched.</summary>
    public bool WantsLabel { get; init; } = true;

    /// <summary>Tracking numbers that it has already.</summary>
    public IReadOnlyList<string> TrackingNumbers { get; init; } = [];

    /// <summary>Weight in kilograms; null where nobody weighed it.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Length in centimetres.</summary>
    public decimal? Length { get; init; }

    /// <summary>Width in centimetres.</summary>
    public decimal? Width { get; init; }

    /// <summary>Height in centimetres.</summary>
    public decimal? Height { get; init; }

    /// <summary>In a write: which label is to be made. Null when read.</summary>
    public LabelChoice? Label { get; init; }
}
