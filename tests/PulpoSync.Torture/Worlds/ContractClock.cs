namespace PulpoSync.Torture.Worlds;

/// <summary>
/// The clock of a sandbox and of the connectors to it. A test may set it ahead, and a pause is over almost at once, while the clock says that it was kept: limits
/// and Retry-After hold as ever, and nothing waits for them. Timeouts stay in real time, because the network does.
/// </summary>
/// <param name="moment">The longest that a pause takes in real time, in milliseconds; 0 where no answer takes any.</param>
internal sealed class ContractClock(double moment = 10) : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // What a timeout hangs on is a source of cancellation; what a pause hangs on is a task.
        if (state is CancellationTokenSource || dueTime <= TimeSpan.Zero) return base.CreateTimer(callback, state, dueTime, period);
        Pass(dueTime);
        // A moment all the same: who waits for a call that is under way would otherwise wait for minutes before its answer is here.
        return base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(Math.Min(moment, dueTime.TotalMilliseconds / 100)), period);
    }

    private TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
