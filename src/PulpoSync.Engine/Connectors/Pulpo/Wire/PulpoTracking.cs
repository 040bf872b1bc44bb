namespace PulpoSync.Engine.Connectors.Pulpo.Wire;

/// <summary>A tracking of a box. One whose label failed has no code, but an error.</summary>
internal sealed record PulpoTracking(long Id, string? CarrierCode, string? TrackingCode, string? TrackingUrl, string? ErrorMessage)
{
    public bool HasFailed => string.IsNullOrWhiteSpace(TrackingCode) && !string.IsNullOrWhiteSpace(ErrorMessage);
}
