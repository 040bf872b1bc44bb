namespace PulpoSync.Sandbox.Pulpo;

internal sealed record Merchant : Entity
{
    public required string Name { get; init; }
    public string? FullName { get; init; }
    public string? Slug { get; init; }
    public bool IsDefault { get; init; }
    public bool Active { get; init; } = true;
    public long? FulfillmentWarehouseId { get; init; }
    public int? Priority { get; init; }
    public int TenantId { get; init; }
}
