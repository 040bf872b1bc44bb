namespace PulpoSync.Sandbox.Pulpo;

internal sealed record Channel : Entity
{
    public required long MerchantId { get; init; }
    public required string Name { get; init; }
    public string? FullName { get; init; }
    public bool IsDefault { get; init; }
    public bool Active { get; init; } = true;
}
