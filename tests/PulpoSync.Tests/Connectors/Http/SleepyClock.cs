namespace PulpoSync.Tests.Connectors.Http;

/// <summary>The clock of a machine that sleeps for an hour whenever somebody has looked at it.</summary>
internal sealed class SleepyClock : TimeProvider
{
    private int _looks;

    public override long GetTimestamp() => Interlocked.Increment(ref _looks) * (long)TimeSpan.FromHours(1).TotalSeconds * TimestampFrequency;
}
