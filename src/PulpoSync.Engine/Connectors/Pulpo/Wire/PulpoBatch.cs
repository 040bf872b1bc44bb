namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A lot or a serial number.</summary>
internal sealed record PulpoBatch(long Id, string? Number, string? Type);
