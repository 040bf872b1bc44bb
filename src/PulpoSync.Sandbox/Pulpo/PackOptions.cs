namespace PulpoSync.Sandbox;

/// <summary>How an order is packed on its way to shipping.</summary>
public sealed record PackOptions
{
    /// <summary>How many boxes the lines are spread over; 1 by default, never more than there are lines.</summary>
    public int Boxes { get; init; } = 1;

    /// <summary>The carrier's code; null for boxes without any tracking.</summary>
    public string? Carrier { get; init; } = "dhl";

    /// <summary>Why the carrier refused the labels; null (the default) when it did not.</summary>
    public string? LabelError { get; init; }
}
