namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A supplier. Its name is compared with what a setting says and shown to nobody: it may be a person's.</summary>
internal sealed record PulpoSupplier(long Id, string? IdentifierNumber, string? Name, bool? Active);
