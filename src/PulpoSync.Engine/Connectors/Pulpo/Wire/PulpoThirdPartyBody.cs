namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A customer to make.</summary>
internal sealed record PulpoThirdPartyBody
{
    public required long TenantId { get; init; }
    public required string Name { get; init; }
    public required string IdentifierType { get; init; }
    public required string IdentifierNumber { get; init; }
    public required string ThirdType { get; init; }
    public string? Email { get; init; }
    public PulpoAddressBook? Attributes { get; init; }
    public long? MerchantId { get; init; }
    public long? MerchantChannelId { get; init; }

    /// <summary>Never prints who it is.</summary>
    public override string ToString() => $"PulpoThirdPartyBody {IdentifierNumber}";
}
