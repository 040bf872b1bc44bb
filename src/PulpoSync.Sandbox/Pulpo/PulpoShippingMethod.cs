namespace PulpoSync.Sandbox;

/// <summary>A shipping method of the tenant.</summary>
/// <param name="Name">Its name.</param>
public sealed record PulpoShippingMethod(string Name)
{
    /// <summary>The carrier's code; null for the method's name.</summary>
    public string? Carrier { get; init; }

    /// <summary>The carrier's service.</summary>
    public string? Service { get; init; }

    /// <summary>PULPO's checkbox "Fetch shipping labels".</summary>
    public bool FetchLabel { get; init; }

    /// <summary>
    /// Whether another service makes the labels, so that boxes are packed without any. By default the packer labels them, whatever
    /// <see cref="FetchLabel"/> says.
    /// </summary>
    public bool LabelsElsewhere { get; init; }
}
