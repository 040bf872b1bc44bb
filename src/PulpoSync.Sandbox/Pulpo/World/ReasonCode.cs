namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Why something was done, such as why goods came back.</summary>
internal sealed record ReasonCode : Entity
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public bool Active { get; init; } = true;
    public bool InternalReason { get; init; }
    public IReadOnlyList<string> AllowedProcesses { get; init; } = [];
    public int TenantId { get; init; }
}
