namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A reason of the tenant's own list.</summary>
internal sealed record PulpoReasonCode(string? Code, string? Name);
