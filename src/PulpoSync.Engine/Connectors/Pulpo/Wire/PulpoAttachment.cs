namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A file at a box.</summary>
internal sealed record PulpoAttachment(string? Type, string? Url);
