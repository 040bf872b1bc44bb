using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Waits until a call's limits allow it: buckets first, then a place among the calls that may run at a time.</summary>
internal sealed class LimitGate(ILimitStore limits, TimeProvider time, HttpSenderOptions options)
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LastPoll = TimeSpan.FromMilliseconds(500);

    // Every run has a sender of its own, because each write asks its lease; in one process they queue together.
    private static readonly ConditionalWeakTable<ILimitStore, ConcurrentDictionary<string, SemaphoreSlim>> Queues = [];

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _here = Queues.GetValue(limits, static _ => new(StringComparer.Ordinal));

    /// <summary>Waits; what it returns gives the places back.</summary>
    public async Task<IDisposable> EnterAsync(IReadOnlyList<RateLimit> wanted, CancellationToken cancellationToken)
    {
        var places = new Places();
        try
        {
            foreach (var bucket in wanted.OfType<RateLimit.Bucket>()) await TakeAsync(bucket, cancellationToken).ConfigureAwait(false);
            // Always in the same order, so that no two calls wait for each other.
            foreach (var limit in wanted.OfType<RateLimit.Concurrent>().OrderBy(limit => limit.Key, StringComparer.Ordinal))
            {
                await EnterAsync(limit, places, cancellationToken).ConfigureAwait(false);
            }

            return places;
        }
        catch
        {
            places.Dispose();
            throw;
        }
    }

    private async Task TakeAsync(RateLimit.Bucket bucket, CancellationToken cancellationToken)
    {
        while (true)
        {
            var wait = limits.Take(bucket.Key, bucket.Cost, bucket.Shape);
            if (wait <= TimeSpan.Zero) return;
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task EnterAsync(RateLimit.Concurrent limit, Places places, CancellationToken cancellationToken)
    {
        // Calls of this process queue in order; only as many as there are places ask the store, so that it is not polled in vain.
        var here = _here.GetOrAdd(limit.Key, static (_, slots) => new SemaphoreSlim(slots), limit.Slots);
        await here.WaitAsync(cancellationToken).ConfigureAwait(false);
        places.Add(() => here.Release());

        var holder = Guid.NewGuid().ToString("N");
        // A try ends by its timeout; a place that is held longer was left behind.
        var atMost = options.TryTimeout + options.TryTimeout;
        for (var pause = FirstPoll; !limits.TryEnter(limit.Key, limit.Slots, holder, atMost); pause = pause * 2 < LastPoll ? pause * 2 : LastPoll)
        {
            await Task.Delay(pause * (0.5 + options.Random() / 2), time, cancellationToken).ConfigureAwait(false);
        }

        places.Add(() => limits.Leave(limit.Key, holder));
    }

    private sealed class Places : IDisposable
    {
        private readonly Stack<Action> _leave = new();

        public void Add(Action leave) => _leave.Push(leave);

        public void Dispose()
        {
            while (_leave.TryPop(out var leave)) leave();
        }
    }
}
