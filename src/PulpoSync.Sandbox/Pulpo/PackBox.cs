namespace PulpoSync.Sandbox;

/// <summary>A box as it is packed.</summary>
/// <param name="Lines">What goes in.</param>
public sealed record PackBox(IReadOnlyList<PackLine> Lines)
{
    /// <summary>The label; null for a box without any tracking.</summary>
    public PackLabel? Label { get; init; } = new();

    /// <summary>The name of the kind of box.</summary>
    public string Name { get; init; } = "S";

    /// <summary>The weight in kg.</summary>
    public decimal Weight { get; init; } = 0.9m;
}
