namespace PulpoSync.Records;

/// <summary>What the rules decided for one destination order: one per location and generation.</summary>
public sealed record OrderDelivery
{
    /// <summary>Number that the destination order carries.</summary>
    public required string Number { get; init; }
    /// <summary>The source's key of the location that ships.</summary>
    public required string LocationKey { get; init; }
    /// <summary>Name of that location.</summary>
    public string? LocationName { get; init; }
    /// <summary>Name of the destination's warehouse.</summary>
    public required string Warehouse { get; init; }
    /// <summary>Day on which the goods are to be delivered.</summary>
    public DateOnly? DeliveryDate { get; init; }
    /// <summary>Text for the destination's criterium; null leaves it empty.</summary>
    public string? Criterium { get; init; }
    /// <summary>Identifier of the destination's customer that stands in, where the order has none.</summary>
    public string? FallbackCustomer { get; init; }
}
