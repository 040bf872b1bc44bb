using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class SqliteLeasesTests : IDisposable
{
    private static readonly TimeSpan Duration = 5 * TempStore.Minute;
    private static readonly TimeSpan Grace = TempStore.Minute;

    private readonly TempStore _temp = new();
    private readonly long _route;

    public SqliteLeasesTests() => _route = _temp.AddRoute();

    private ILeases Sut => _temp.Store.Runs.Leases;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void TryTake_free_route_gives_a_lease()
    {
        var lease = Take().Lease!;
        Assert.Equal(_route, lease.RouteId);
        Assert.Equal(1, lease.Fence);
        Assert.Equal(_temp.Time.GetUtcNow() + Duration, lease.Until);
    }

    [Fact]
    public void TryTake_held_route_names_the_holder_also_in_another_process()
    {
        var lease = Take().Lease!;
        using var other = _temp.OpenAnother();
        var answer = other.Runs.Leases.TryTake(_route, "Shop Hamburg", Duration, Grace);
        Assert.Null(answer.Lease);
        Assert.StartsWith("Shop Berlin (process ", answer.HeldBy, StringComparison.Ordinal);
        Assert.Equal(lease.Until, answer.HeldUntil);
    }

    [Fact]
    public void TryTake_waits_for_the_end_and_the_grace()
    {
        var first = Take().Lease!;
        _temp.Time.Advance(Duration + Grace - TimeSpan.FromMilliseconds(1));
        Assert.Null(Take().Lease);
        _temp.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(first.Fence + 1, Take().Lease!.Fence);
    }

    [Fact]
    public void TryTake_after_release_is_at_once_and_the_fence_grows()
    {
        var first = Take().Lease!;
        Sut.Release(first);
        Assert.Equal(first.Fence + 1, Take().Lease!.Fence);
    }

    [Fact]
    public void TryTake_from_a_killed_process_is_at_once()
    {
        using var process = ProcessIdentityTests.StartIdleProcess();
        using var file = _temp.OpenFile();
        var theirs = new SqliteLeases(file, _temp.Time, ProcessIdentity.Of(process.Id));
        var first = theirs.TryTake(_route, "Shop Hamburg", Duration, Grace).Lease!;
        Assert.Null(Take().Lease);

        process.Kill();
        process.WaitForExit();

        Assert.Equal(first.Fence + 1, Take().Lease!.Fence);
        Assert.Null(theirs.Renew(first, Duration));
    }

    [Fact]
    public void Renew_extends_also_after_the_end_while_nobody_took_it()
    {
        var lease = Take().Lease!;
        _temp.Time.Advance(Duration + Duration);
        Assert.Equal(_temp.Time.GetUtcNow() + Duration, Sut.Renew(lease, Duration)!.Until);
        Assert.Null(Take().Lease);
    }

    [Fact]
    public void Renew_after_release_or_take_over_gives_nothing()
    {
        var first = Take().Lease!;
        Sut.Release(first);
        Assert.Null(Sut.Renew(first, Duration));
        Assert.NotNull(Take().Lease);
        Assert.Null(Sut.Renew(first, Duration));
    }

    [Fact]
    public void Release_of_a_passed_on_lease_leaves_the_new_holder_alone()
    {
        var first = Take().Lease!;
        _temp.Time.Advance(Duration + Grace);
        var second = Take().Lease!;
        Sut.Release(first);
        Assert.NotNull(Sut.Renew(second, Duration));
    }

    [Fact]
    public async Task TryTake_by_many_threads_and_stores_at_once_has_one_winner()
    {
        using var other = _temp.OpenAnother();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => (i % 2 == 0 ? _temp.Store : other).Runs.Leases.TryTake(_route, $"thread {i}", Duration, Grace))));
        Assert.Single(answers, answer => answer.Lease is not null);
    }

    private LeaseAnswer Take() => Sut.TryTake(_route, "Shop Berlin", Duration, Grace);
}
