namespace PulpoSync.Torture.Worlds;

/// <summary>
/// A clock that the test moves by days, and on which waiting takes a fraction of its time: what the engine waits between two tries or for a vendor's limit
/// passes at once, while everything keeps its sequence. Timers that run while the clock jumps are not hurried.
/// </summary>
/// <param name="start">What it shows first.</param>
/// <param name="times">How many times faster it goes than the machine's. A call may wait 30 seconds for its answer: by default that is 1.5 here, enough for a machine under load.</param>
internal sealed class QuickClock(DateTimeOffset start, int times = 20) : TimeProvider
{
    private readonly DateTimeOffset _realStart = System.GetUtcNow();
    private TimeSpan _jumped;

    public override DateTimeOffset GetUtcNow() => start + _jumped + (times * (System.GetUtcNow() - _realStart));

    public override long GetTimestamp() => System.GetTimestamp() * times;

    public override long TimestampFrequency => System.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shortened(dueTime), Shortened(period));

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => _jumped += time;

    private TimeSpan Shortened(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / times;
}
