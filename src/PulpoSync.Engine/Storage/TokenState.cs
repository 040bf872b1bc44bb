namespace PulpoSync.Engine.Storage;

/// <summary>What is known of one token.</summary>
/// <param name="Value">Protected token; null: none.</param>
/// <param name="ExpiresAt">When not to use it any more.</param>
/// <param name="LastLoginAt">When a login with this secret last began.</param>
/// <param name="PausedUntil">No login with this secret before; null: no pause.</param>
internal sealed record TokenState(byte[]? Value, DateTimeOffset? ExpiresAt, DateTimeOffset? LastLoginAt, DateTimeOffset? PausedUntil);
