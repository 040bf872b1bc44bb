namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>What of a customer or supplier is read: no personal data.</summary>
internal sealed record PulpoThirdParty(long Id, string? IdentifierNumber, string? ThirdType, bool? Active);
