namespace PulpoSync.Sandbox;

/// <summary>A box as it is packed.</summary>
/// <param name="Lines">What goes in.</param>
public sealed record PackBox(IReadOnlyList<PackLine> Lines)
{
    /// <summary>The label; null for a box without any tracking. A shipping method whose labels are made elsewhere has none either.</summary>
    public PackLabel? Label { get; init; } = new();

    /// <summary>The name of the kind of box.</summary>
    public string Name { get; init; } = "S";

    /// <summary>The weight in kg; null when nobody weighed it.</summary>
    public decimal? Weight { get; init; } = 0.9m;

    /// <summary>The length in cm; null when nobody measured it.</summary>
    public decimal? Length { get; init; } = 30;

    /// <summary>The width in cm.</summary>
    public decimal? Width { get; init; } = 20;

    /// <summary>The height in cm.</summary>
    public decimal? Height { get; init; } = 15;
}
