namespace PulpoSync.Torture.Worlds;

/// <summary>The machine's clock, which a test may set ahead; what waits already goes on waiting in real time.</summary>
internal sealed class AheadClock : TimeProvider
{
    private long _ahead;

    public void Advance(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));
}
