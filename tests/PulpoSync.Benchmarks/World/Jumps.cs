namespace PulpoSync.Benchmarks.World;

/// <summary>
/// A clock for one worker: what he waits for passes at once, and answers take no time. So a day of work at a vendor's limit lasts as long as the machine needs
/// for it, and the figures are exact.
/// </summary>
internal sealed class Jumps(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private TimeSpan _passed;

    /// <summary>How much time has passed.</summary>
    public TimeSpan Passed
    {
        get
        {
            lock (_lock) return _passed;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start + Passed;

    public override long GetTimestamp() => Passed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // The bounds of a call are no waiting: they never come.
        if (state is CancellationTokenSource || dueTime == Timeout.InfiniteTimeSpan) return System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        lock (_lock) _passed += dueTime;
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
