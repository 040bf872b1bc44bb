using Microsoft.Extensions.Time.Testing;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Storage;
using PulpoSync.Tests.Connectors.Http;

namespace PulpoSync.Tests.Storage;

public sealed class SqliteWindowTests : WindowStoreTests, IDisposable
{
    private readonly TempStore _temp = new();

    protected override ILimitStore Sut => _temp.Store.Limits;

    protected override FakeTimeProvider Time => _temp.Time;

    protected override int Kept
    {
        get
        {
            using var file = _temp.OpenFile();
            return file.Read(session => session.First("SELECT count(*) FROM slots", row => row.Int(0)));
        }
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void TryEnter_is_shared_between_processes()
    {
        using var other = _temp.OpenAnother();
        Enter("a");
        Leave("a");
        other.Limits.TryEnter("k", 2, "b", TempStore.Minute, Second);
        Pass(0.25);
        Assert.InRange(Enter("c"), Second * 0.75, Second * 0.76);
    }

    [Fact]
    public void TryEnter_lets_the_places_of_a_killed_process_rest_to_their_end()
    {
        using var process = ProcessIdentityTests.StartIdleProcess();
        using var file = _temp.OpenFile();
        var theirs = new SqliteLimits(file, _temp.Time, ProcessIdentity.Of(process.Id));
        theirs.TryEnter("k", 2, "resting", TempStore.Minute, Second);
        theirs.TryEnter("k", 2, "held", TempStore.Minute, Second);
        theirs.Leave("k", "resting", Second);
        process.Kill();
        process.WaitForExit();
        Pass(0.4);

        Assert.InRange(Enter("c"), Second * 0.6, Second * 0.61);
        Pass(0.61);
        Assert.Equal(TimeSpan.Zero, Enter("c"));
        // The one that was held rests since it was found, not anew each time that somebody asks.
        Assert.InRange(Enter("d"), Second * 0.39, Second * 0.4);
        Pass(0.4);
        Assert.Equal(TimeSpan.Zero, Enter("d"));
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(3600)]
    public void TryEnter_after_the_clock_went_back_neither_floods_nor_freezes(double seconds)
    {
        Enter("a");
        Enter("b");
        Leave("a");
        Pass(0.5);
        Time.AdjustTime(Time.GetUtcNow() - TimeSpan.FromSeconds(seconds));

        var wait = Enter("c");

        Assert.InRange(wait, Second / 2, Second * 1.01);
        Time.Advance(wait);
        Assert.Equal(TimeSpan.Zero, Enter("c"));
        Assert.InRange(Enter("d"), TimeSpan.FromMilliseconds(1), Second * 1.01);
    }

    [Fact]
    public void TryEnter_after_the_clock_went_back_frees_in_time_what_was_never_left()
    {
        Enter("a");
        Enter("b");
        Time.AdjustTime(Time.GetUtcNow() - TimeSpan.FromDays(1));
        Enter("c");
        Pass(60);
        Assert.Equal(TimeSpan.Zero, Enter("c"));
    }
}
