namespace PulpoSync.Sandbox;

/// <summary>How an order is packed. Without anything said, all that is open goes into one box with a label.</summary>
public sealed record PackOptions
{
    /// <summary>How many boxes the lines are spread over; 1 by default, never more than there are lines.</summary>
    public int Boxes { get; init; } = 1;

    /// <summary>The carrier's code; null for boxes without any tracking. A shipping method whose labels are made elsewhere has none either.</summary>
    public string? Carrier { get; init; } = "dhl";

    /// <summary>Why the carrier refused the labels; null (the default) when it did not.</summary>
    public string? LabelError { get; init; }

    /// <summary>What is packed; null (the default) for all that is open.</summary>
    public IReadOnlyList<PackLine>? Lines { get; init; }

    /// <summary>The boxes one by one, in place of <see cref="Lines"/>, <see cref="Boxes"/>, <see cref="Carrier"/> and <see cref="LabelError"/>.</summary>
    public IReadOnlyList<PackBox>? Parcels { get; init; }

    /// <summary>What becomes of goods that are not packed.</summary>
    public PackRest Rest { get; init; } = PackRest.Open;

    /// <summary>Whether the packed boxes are brought to the shipping position at once, which closes the packing order.</summary>
    public bool Close { get; init; } = true;
}
