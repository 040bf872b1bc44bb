namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What PULPO's screens call a product's tag.</summary>
internal sealed record ProductCategory : Entity
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public int TenantId { get; init; }
}
