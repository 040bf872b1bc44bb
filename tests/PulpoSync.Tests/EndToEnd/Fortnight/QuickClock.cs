namespace PulpoSync.Tests.EndToEnd.Fortnight;

/// <summary>
/// A clock that the test moves by days, and on which waiting takes a fraction of its time: what the engine waits between two tries passes at once, while
/// everything keeps its sequence. Timers that run while the clock jumps are not hurried.
/// </summary>
internal sealed class QuickClock(DateTimeOffset start) : TimeProvider
{
    // A call may wait 30 seconds for its answer: that is 1.5 here, enough for a machine under load.
    private const int Times = 20;

    private readonly DateTimeOffset _realStart = System.GetUtcNow();
    private TimeSpan _jumped;

    public override DateTimeOffset GetUtcNow() => start + _jumped + (Times * (System.GetUtcNow() - _realStart));

    public override long GetTimestamp() => System.GetTimestamp() * Times;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => _jumped += time;

    private static TimeSpan Shortened(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Times;
}
