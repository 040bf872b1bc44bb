namespace PulpoSync.Sandbox.Pulpo;

internal sealed record Setting : Entity
{
    public required string Key { get; init; }
    public required string Value { get; init; }
    public bool Enabled { get; init; } = true;
    public int TenantId { get; init; }
    public long? WarehouseId { get; init; }
    public long? UserId { get; init; }
}
