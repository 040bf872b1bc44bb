namespace PulpoSync.Sandbox;

/// <summary>A PULPO tenant to emulate.</summary>
public sealed record TenantOptions
{
    /// <summary>The tenant's name in the address.</summary>
    public required string Name { get; init; }
}
