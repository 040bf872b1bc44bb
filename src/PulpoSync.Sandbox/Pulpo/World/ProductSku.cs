namespace PulpoSync.Sandbox.Pulpo;

internal sealed record ProductSku : Entity
{
    public required long ProductId { get; init; }
    public required string Sku { get; init; }
    public string? Name { get; init; }
    public bool IsDefault { get; init; }
    public bool Active { get; init; } = true;
    public long? MerchantId { get; init; }
}
