namespace PulpoSync.Records;

/// <summary>What a shop sold over its counter: the goods have left with the customer.</summary>
public sealed record CounterSale
{
    /// <summary>The sale. Its lines hold the pieces that were handed over and not given back; in a write it carries what the rules decided.</summary>
    public required Order Order { get; init; }
    /// <summary>The source's key of the location that sold.</summary>
    public required string LocationKey { get; init; }
    /// <summary>Name of that location.</summary>
    public string? LocationName { get; init; }
}
