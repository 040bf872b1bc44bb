namespace PulpoSync.Sandbox.Pulpo;

internal sealed record LocationType : Entity
{
    public required string Name { get; init; }
}
