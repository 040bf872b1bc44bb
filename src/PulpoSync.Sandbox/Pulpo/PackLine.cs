namespace PulpoSync.Sandbox;

/// <summary>Goods that are packed.</summary>
/// <param name="Line">The line's id as the client sent it, or a SKU.</param>
/// <param name="Quantity">How many.</param>
public sealed record PackLine(string Line, long Quantity)
{
    /// <summary>Lots and serial numbers; empty for those that were picked.</summary>
    public IReadOnlyList<PackBatch> Batches { get; init; } = [];
}
