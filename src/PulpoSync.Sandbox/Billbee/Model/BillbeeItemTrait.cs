namespace PulpoSync.Sandbox.Billbee;

/// <summary>What distinguishes the article of a line, such as its colour.</summary>
public sealed record BillbeeItemTrait
{
    /// <summary>The internal id of this attribute.</summary>
    public string? Id { get; init; }

    /// <summary>The attribute name.</summary>
    public string? Name { get; init; }

    /// <summary>Price.</summary>
    public decimal? Price { get; init; }

    /// <summary>The attribute value.</summary>
    public string? Value { get; init; }
}
