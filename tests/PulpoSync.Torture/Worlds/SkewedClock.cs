namespace PulpoSync.Torture.Worlds;

/// <summary>The clock of a machine that shows another time than the rest of the world. As on a real one, a jump touches what it shows and nothing that waits.</summary>
/// <param name="right">The time of the rest of the world.</param>
internal sealed class SkewedClock(TimeProvider right) : TimeProvider
{
    private long _skew;

    /// <summary>How much it is ahead.</summary>
    public TimeSpan Skew
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _skew));
        set => Interlocked.Exchange(ref _skew, value.Ticks);
    }

    public override long TimestampFrequency => right.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => right.GetUtcNow() + Skew;

    public override long GetTimestamp() => right.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => right.CreateTimer(callback, state, dueTime, period);
}
