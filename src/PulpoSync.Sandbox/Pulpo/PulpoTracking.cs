namespace PulpoSync.Sandbox;

/// <summary>A tracking of a <see cref="PulpoBox"/>.</summary>
/// <param name="Id">PULPO's id.</param>
/// <param name="Carrier">The carrier's code.</param>
/// <param name="Code">The tracking number; null when the label failed.</param>
/// <param name="Url">The link.</param>
/// <param name="Error">Why the label failed; null when it did not.</param>
public sealed record PulpoTracking(long Id, string? Carrier, string? Code, string? Url, string? Error);
