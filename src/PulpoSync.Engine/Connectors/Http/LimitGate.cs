using System.Runtime.CompilerServices;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Waits until a try's limits allow it: buckets first, then its places.</summary>
internal sealed class LimitGate(ILimitStore limits, TimeProvider time, HttpSenderOptions options)
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LastPoll = TimeSpan.FromMilliseconds(500);

    // Every run has a sender of its own, because each write asks its lease; in one process they queue together.
    private static readonly ConditionalWeakTable<ILimitStore, KeyedQueues> Queues = [];

    private readonly KeyedQueues _here = QueuesOf(limits);

    /// <summary>The queues before a store.</summary>
    public static KeyedQueues QueuesOf(ILimitStore limits) => Queues.GetValue(limits, static _ => new KeyedQueues());

    /// <summary>Waits; what it returns gives the places back.</summary>
    public async Task<LimitPlaces> EnterAsync(IReadOnlyList<RateLimit> wanted, CancellationToken cancellationToken)
    {
        var places = new LimitPlaces();
        try
        {
            foreach (var bucket in wanted.OfType<RateLimit.Bucket>()) await TakeAsync(bucket, cancellationToken).ConfigureAwait(false);
            // Always in the same order, so that no two calls wait for each other; the longest waits first, so that nobody waits for a place meanwhile.
            var left = new Queue<RateLimit.Place>(wanted.OfType<RateLimit.Place>().OrderByDescending(limit => limit.Rest).ThenBy(limit => limit.Key, StringComparer.Ordinal));
            while (left.TryDequeue(out var limit)) await EnterAsync(limit, places, isLast: left.Count == 0, cancellationToken).ConfigureAwait(false);
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

    private async Task EnterAsync(RateLimit.Place limit, LimitPlaces places, bool isLast, CancellationToken cancellationToken)
    {
        var rests = limit.Rest > TimeSpan.Zero;
        // Calls of this process queue in order. Only as many as there are places ask the store, so that it is not polled in vain; and where
        // the store says when a place is free, only the first one waits for it.
        var turn = await _here.EnterAsync(limit.Key, rests ? 1 : limit.Slots, cancellationToken).ConfigureAwait(false);
        places.Add(turn.Dispose);

        var holder = Guid.NewGuid().ToString("N");
        var pause = FirstPoll;
        while (limits.TryEnter(limit.Key, limit.Slots, holder, AtMost(limit, isLast), limit.Rest) is { Ticks: > 0 } wait)
        {
            await Task.Delay(rests ? WholeMilliseconds(wait) : pause * (0.5 + options.Random() / 2), time, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LastPoll ? pause * 2 : LastPoll;
        }

        places.Add(() => limits.Leave(limit.Key, holder, places.Sent ? limit.Rest : TimeSpan.Zero));
        if (rests) turn.Dispose();
    }

    // A try ends by its timeout, after it may have waited for its other limits; a place that is held longer was left behind.
    private TimeSpan AtMost(RateLimit.Place limit, bool isLast) =>
        options.TryTimeout + options.TryTimeout + limit.Rest + (isLast ? TimeSpan.Zero : options.LimitTimeout);

    // A delay drops fractions: it would end just before the time and be asked for again and again.
    private static TimeSpan WholeMilliseconds(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
