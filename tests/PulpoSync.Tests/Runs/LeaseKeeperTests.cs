using Microsoft.Extensions.Time.Testing;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Runs;

namespace PulpoSync.Tests.Runs;

public class LeaseKeeperTests
{
    [Fact]
    public async Task Renewal_goes_on_after_a_store_that_was_busy()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));
        var leases = new BusyLeases(time);
        await using var keeper = new LeaseKeeper(leases, new Lease(1, 1, time.GetUtcNow() + LeaseKeeper.Duration), time);

        for (var turn = 1; turn <= 3; turn++)
        {
            time.Advance(LeaseKeeper.Duration / 4);
            await leases.Asked(turn).WaitAsync(TimeSpan.FromSeconds(10));
        }
    }

    /// <summary>The first renewal finds the store held by another process.</summary>
    private sealed class BusyLeases(TimeProvider time) : ILeases
    {
        private readonly TaskCompletionSource[] _asked = [.. Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
        private int _turn;

        public Task Asked(int turn) => _asked[turn].Task;

        public LeaseAnswer TryTake(long routeId, string holder, TimeSpan duration, TimeSpan grace) => throw new NotSupportedException();

        public Lease? Renew(Lease lease, TimeSpan duration)
        {
            var turn = ++_turn;
            _asked[turn].SetResult();
            return turn == 1 ? throw new PulpoSyncException(ErrorIds.StoreBusy, "The store is held by another process.") : lease with { Until = time.GetUtcNow() + duration };
        }

        public void Release(Lease lease)
        {
        }
    }
}
