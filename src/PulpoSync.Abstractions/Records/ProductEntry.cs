namespace PulpoSync.Records;

/// <summary>What the rules decided for one product at the destination.</summary>
public sealed record ProductEntry
{
    /// <summary>Article number that the destination's product carries.</summary>
    public required string Sku { get; init; }
    /// <summary>Price that it is entered with; null leaves it as it is.</summary>
    public decimal? Price { get; init; }
    /// <summary>Categories that it is put into; null leaves them as they are.</summary>
    public IReadOnlyList<string>? Categories { get; init; }
    /// <summary>How its pieces are told apart. Counts when it is made; it never changes afterwards.</summary>
    public ProductTracking Tracking { get; init; }
    /// <summary>Supplier that it gets where it has none; null: none.</summary>
    public string? Supplier { get; init; }
}
