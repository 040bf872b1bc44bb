using PulpoSync.Torture.Worlds;

namespace PulpoSync.Tests.Torture;

/// <summary>The clock of the worlds: vendors measure by one half of it, we by the other, and both have to tell the same.</summary>
public sealed class QuickClockTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-clock").FullName;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pass_is_time_for_whoever_reads_the_clock_and_for_whoever_measures(bool isShared)
    {
        var clock = new QuickClock(new DateTimeOffset(2026, 11, 2, 6, 0, 0, TimeSpan.Zero));
        if (isShared) clock.Share(Path.Combine(_folder, "clock"));
        var (shown, measured) = (clock.GetUtcNow(), clock.GetTimestamp());

        clock.Pass(Hour);

        Assert.InRange(clock.GetUtcNow() - shown, Hour, 2 * Hour);
        Assert.InRange(clock.GetElapsedTime(measured), Hour, 2 * Hour);
    }

    [Fact]
    public async Task Timeout_leaves_a_machine_under_load_its_time_while_pauses_are_over_at_once()
    {
        var clock = new QuickClock(new DateTimeOffset(2026, 11, 2, 6, 0, 0, TimeSpan.Zero), times: 1_000_000);
        using var timeout = new CancellationTokenSource(Hour, clock);

        await Task.Delay(2 * Hour, clock);

        Assert.False(timeout.IsCancellationRequested);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
