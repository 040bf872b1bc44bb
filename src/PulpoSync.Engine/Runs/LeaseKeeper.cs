using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Runs;

/// <summary>Holds a route's lease while a run lasts: renews it on a timer and watches that every send is covered by it.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    /// <summary>Length of a lease. Longer than the longest call; a holder whose process has died is recognised at once and not waited for.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(5);

    private readonly ILeases _leases;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewal;
    private Lease? _lease;

    public LeaseKeeper(ILeases leases, Lease lease, TimeProvider time)
    {
        _leases = leases;
        _lease = lease;
        _time = time;
        _renewal = RenewAsync();
    }

    /// <summary>The lease as it stands.</summary>
    /// <exception cref="LeaseLostException">It has passed to another run.</exception>
    public Lease Current => _lease ?? throw new LeaseLostException();

    /// <summary>Cancelled when the lease has passed to another run.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Sees to it that the lease outlives a call of this length; called before each send.</summary>
    /// <exception cref="LeaseLostException">It does not: nothing must be sent.</exception>
    public void Cover(TimeSpan call)
    {
        // A machine that slept wakes up with an old lease: ask the store before the request leaves, not after.
        if (Current.Until - _time.GetUtcNow() < call) Renew();
        if (Current.Until - _time.GetUtcNow() < call) throw new LeaseLostException();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _renewal.ConfigureAwait(false);
        if (_lease is not null) _leases.Release(_lease);
        _end.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync()
    {
        using var timer = new PeriodicTimer(Duration / 4, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false)) TryRenew();
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
        catch (LeaseLostException)
        {
            // The next commit says so.
        }
    }

    private void TryRenew()
    {
        try
        {
            Renew();
        }
        catch (PulpoSyncException)
        {
            // Out of reach for longer than the store's busy timeout. The lease outlasts several turns: the next one asks again.
        }
    }

    private void Renew()
    {
        _lease = _leases.Renew(Current, Duration);
        if (_lease is null) _lost.Cancel();
    }
}
