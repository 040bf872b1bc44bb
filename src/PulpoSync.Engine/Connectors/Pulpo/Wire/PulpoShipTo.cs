namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>Who receives, and where.</summary>
internal sealed record PulpoShipTo
{
    public required string Name { get; init; }
    public string CompanyName { get; init; } = "";
    public string PhoneNumber { get; init; } = "";
    public required PulpoAddressDetail Address { get; init; }

    /// <summary>Never prints who it is.</summary>
    public override string ToString() => nameof(PulpoShipTo);
}
