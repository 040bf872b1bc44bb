using System.Globalization;
using System.IO.MemoryMappedFiles;

namespace PulpoSync.Torture.Worlds;

/// <summary>
/// A clock that the test moves by days, and on which waiting takes a fraction of its time: what the engine waits between two tries or for a vendor's limit
/// passes at once, while everything keeps its sequence. Timers that run while the clock jumps are not hurried.
/// </summary>
/// <param name="start">What it shows first.</param>
/// <param name="times">How many times faster it goes than the machine's.</param>
/// <param name="since">When it showed that, by the machine's clock; null: now.</param>
internal sealed class QuickClock(DateTimeOffset start, int times = 20, DateTimeOffset? since = null) : TimeProvider
{
    // So long an answer is waited for in real time, however fast the clock: a machine under load must not pass for a vendor's silence.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly DateTimeOffset _realStart = since ?? System.GetUtcNow();
    private TimeSpan _jumped;
    private string? _file;
    private MemoryMappedViewAccessor? _shared;

    public override DateTimeOffset GetUtcNow() => start + Jumped + (times * (System.GetUtcNow() - _realStart));

    // What passes, passes for whoever measures as well: a vendor that counts requests by the second, and we who count them by what the clock shows.
    public override long GetTimestamp() => (System.GetTimestamp() * times) + (long)(Jumped.TotalSeconds * TimestampFrequency);

    public override long TimestampFrequency => System.TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, IsTimeout(state) ? Max(Shortened(dueTime), Min(dueTime, Patience)) : Shortened(dueTime), Shortened(period));

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time)
    {
        if (_shared is null) _jumped += time;
        else _shared.Write(0, (Jumped + time).Ticks);
    }

    /// <summary>Shares the clock: what passes from now on passes in each process that reads it, also in one that sleeps meanwhile.</summary>
    /// <param name="file">Where it is kept.</param>
    public void Share(string file)
    {
        if (!File.Exists(file)) File.WriteAllBytes(file, BitConverter.GetBytes(_jumped.Ticks));
        using var mapped = MemoryMappedFile.CreateFromFile(file, FileMode.Open);
        (_file, _shared) = (file, mapped.CreateViewAccessor());
    }

    /// <summary>The clock as another process can read it: both show the same until this one is moved, and where it is shared also then.</summary>
    public override string ToString() => _file is null
        ? string.Create(CultureInfo.InvariantCulture, $"{start + _jumped:O} {times} {_realStart:O}")
        : string.Create(CultureInfo.InvariantCulture, $"{start:O} {times} {_realStart:O} {_file}");

    /// <summary>The clock of another process.</summary>
    /// <param name="text">What its <see cref="ToString"/> gives.</param>
    public static QuickClock Parse(string text)
    {
        var parts = text.Split(' ', 4);
        var moments = Array.ConvertAll([parts[0], parts[2]], part => DateTimeOffset.Parse(part, CultureInfo.InvariantCulture));
        var clock = new QuickClock(moments[0], int.Parse(parts[1], CultureInfo.InvariantCulture), moments[1]);
        if (parts.Length == 4) clock.Share(parts[3]);
        return clock;
    }

    private TimeSpan Jumped => _shared is null ? _jumped : TimeSpan.FromTicks(_shared.ReadInt64(0));

    // What a timeout hangs on is a source of cancellation; what a pause hangs on is none.
    private static bool IsTimeout(object? state) => state is CancellationTokenSource;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private TimeSpan Shortened(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / times;
}
