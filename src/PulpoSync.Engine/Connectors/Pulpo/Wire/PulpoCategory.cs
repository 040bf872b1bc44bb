namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A product category, in PULPO's screens a tag.</summary>
internal sealed record PulpoCategory(long Id, string? Code, string? Name);
