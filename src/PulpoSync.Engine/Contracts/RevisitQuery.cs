namespace PulpoSync.Engine.Contracts;

/// <summary>Which records of a route to look at again, without their source having said that they changed.</summary>
/// <param name="RouteId">Route.</param>
/// <param name="OwnerId">Integration whose rows are meant.</param>
/// <param name="Fingerprint">Fingerprint of the settings now: rows skipped or parked under another one come back.</param>
/// <param name="SkippedSince">Skipped rows first seen earlier stay away.</param>
/// <param name="AllParked">Parked rows also before their time (<c>-RetryFailed</c>).</param>
public sealed record RevisitQuery(long RouteId, long OwnerId, string Fingerprint, DateTimeOffset SkippedSince, bool AllParked);
