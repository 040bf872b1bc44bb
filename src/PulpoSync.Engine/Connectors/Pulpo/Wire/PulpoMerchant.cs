namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A merchant of a 3PL tenant, or one of its channels.</summary>
internal sealed record PulpoMerchant(long Id, string? Name, string? FullName, bool? Active);
