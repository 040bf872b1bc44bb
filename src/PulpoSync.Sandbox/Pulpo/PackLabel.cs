namespace PulpoSync.Sandbox;

/// <summary>A label of a carrier's, which gives a box its tracking.</summary>
public sealed record PackLabel
{
    /// <summary>The carrier's code.</summary>
    public string? Carrier { get; init; } = "dhl";

    /// <summary>The tracking number; null for one that is made up.</summary>
    public string? Code { get; init; }

    /// <summary>The link to the tracking; null for one that is made up.</summary>
    public Uri? Url { get; init; }

    /// <summary>What the carrier says of the parcel; null without news.</summary>
    public string? Status { get; init; }

    /// <summary>Why the carrier refused the label, which leaves a tracking with nothing but this; null (the default) when it did not.</summary>
    public string? Error { get; init; }
}
