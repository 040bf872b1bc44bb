namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A kind of position.</summary>
internal sealed record PulpoLocationType(long Id, string? Name);
