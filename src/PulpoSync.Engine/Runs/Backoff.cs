namespace PulpoSync.Engine.Runs;

/// <summary>When a parked record is tried again: after 5 minutes, then twice as long each time, at most 12 hours.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Pause after so many failed tries in a row (1 or more).</summary>
    public static TimeSpan After(int attempts)
    {
        var factor = Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        var pause = First * factor;
        return pause < Longest ? pause : Longest;
    }
}
