namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A warehouse.</summary>
internal sealed record PulpoWarehouse(long Id, string? Name, bool? Active);
