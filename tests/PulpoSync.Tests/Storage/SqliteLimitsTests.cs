using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class SqliteLimitsTests : IDisposable
{
    private static readonly BucketShape Shape = new(Capacity: 100, PerSecond: 10, Reserve: 20);

    private readonly TempStore _temp = new();

    private ILimitStore Sut => _temp.Store.Limits;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Take_leaves_the_reserve_and_says_how_long_to_wait()
    {
        Assert.Equal(TimeSpan.Zero, Sut.Take("k", 50, Shape));
        Assert.Equal(TimeSpan.Zero, Sut.Take("k", 30, Shape));
        Assert.Equal(TimeSpan.FromSeconds(2), Sut.Take("k", 20, Shape));
        _temp.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TimeSpan.Zero, Sut.Take("k", 20, Shape));
    }

    [Fact]
    public void Take_is_shared_between_processes_but_not_between_keys()
    {
        using var other = _temp.OpenAnother();
        Assert.Equal(TimeSpan.Zero, Sut.Take("k", 80, Shape));
        Assert.Equal(TimeSpan.FromSeconds(0.1), other.Limits.Take("k", 1, Shape));
        Assert.Equal(TimeSpan.Zero, other.Limits.Take("other", 80, Shape));
    }

    [Fact]
    public void Take_never_fills_above_its_capacity()
    {
        Sut.Take("k", 1, Shape);
        _temp.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.Zero, Sut.Take("k", 80, Shape));
        Assert.Equal(TimeSpan.FromSeconds(1), Sut.Take("k", 10, Shape));
    }

    [Fact]
    public void Take_more_than_ever_fits_goes_when_the_bucket_is_full()
    {
        Assert.Equal(TimeSpan.Zero, Sut.Take("k", 500, Shape));
        Assert.Equal(TimeSpan.FromSeconds(10), Sut.Take("k", 500, Shape));
    }

    [Fact]
    public void Take_after_the_clock_went_back_neither_gives_more_nor_blocks_for_long()
    {
        Sut.Take("k", 80, Shape);
        _temp.Time.AdjustTime(_temp.Time.GetUtcNow() - TimeSpan.FromHours(1));
        Assert.Equal(TimeSpan.FromSeconds(1), Sut.Take("k", 10, Shape));
        _temp.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, Sut.Take("k", 10, Shape));
    }

    [Fact]
    public void Observe_corrects_by_what_the_vendor_says()
    {
        Sut.Observe("k", 25, Shape);
        Assert.Equal(TimeSpan.FromSeconds(0.5), Sut.Take("k", 10, Shape));
        Sut.Observe("k", 1000, Shape);
        Assert.Equal(TimeSpan.Zero, Sut.Take("k", 80, Shape));
        Assert.Equal(TimeSpan.FromSeconds(0.1), Sut.Take("k", 1, Shape));
    }

    [Fact]
    public void TryEnter_gives_so_many_places_and_no_more()
    {
        Assert.True(Enter("a"));
        Assert.True(Enter("b"));
        Assert.False(Enter("c"));
        Assert.True(Enter("a"));
        Sut.Leave("k", "b", rest: TimeSpan.Zero);
        Assert.True(Enter("c"));
    }

    [Fact]
    public void TryEnter_takes_the_places_of_a_killed_process_at_once()
    {
        using var process = ProcessIdentityTests.StartIdleProcess();
        using var file = _temp.OpenFile();
        var theirs = new SqliteLimits(file, _temp.Time, ProcessIdentity.Of(process.Id));
        Assert.Equal(TimeSpan.Zero, theirs.TryEnter("k", 2, "x", TempStore.Minute, rest: TimeSpan.Zero));
        Assert.True(Enter("a"));
        Assert.False(Enter("b"));

        process.Kill();
        process.WaitForExit();

        Assert.True(Enter("b"));
        Assert.False(Enter("c"));
    }

    [Fact]
    public void TryEnter_frees_in_time_what_was_never_left()
    {
        Enter("a");
        Enter("b");
        _temp.Time.Advance(TempStore.Minute);
        Assert.True(Enter("c"));
        Assert.True(Enter("d"));
        Assert.False(Enter("e"));
    }

    [Fact]
    public void TryEnter_after_the_clock_went_back_is_not_blocked()
    {
        Enter("a");
        Enter("b");
        _temp.Time.AdjustTime(_temp.Time.GetUtcNow() - TimeSpan.FromHours(1));
        Assert.True(Enter("c"));
    }

    [Fact]
    public async Task TryEnter_by_many_threads_lets_in_two()
    {
        using var other = _temp.OpenAnother();
        var entered = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => (i % 2 == 0 ? _temp.Store : other).Limits.TryEnter("k", 2, $"thread {i}", TempStore.Minute, rest: TimeSpan.Zero))));
        Assert.Equal(2, entered.Count(each => each == TimeSpan.Zero));
    }

    private bool Enter(string holder) => Sut.TryEnter("k", 2, holder, TempStore.Minute, rest: TimeSpan.Zero) == TimeSpan.Zero;
}
