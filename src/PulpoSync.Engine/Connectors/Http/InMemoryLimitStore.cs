using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Limits of this process alone: for hosts without a store, and for tests. No change of the machine's clock touches them.</summary>
public sealed class InMemoryLimitStore(TimeProvider time) : ILimitStore
{
    private static readonly TimeSpan PruneEvery = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private readonly Dictionary<string, (double Level, long At)> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, Place>> _places = new(StringComparer.Ordinal);
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _pruned;

    /// <summary>How many keys have places that are taken or were until a moment ago.</summary>
    internal int Keys
    {
        get
        {
            lock (_gate) return _places.Count;
        }
    }

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <inheritdoc/>
    public TimeSpan Take(string key, double cost, BucketShape shape)
    {
        lock (_gate)
        {
            var level = Level(key, shape);
            // A call that is dearer than what is ours may go when the bucket is full; otherwise it would wait for ever.
            var needed = Math.Min(cost + shape.Reserve, shape.Capacity);
            if (level < needed) return TimeSpan.FromSeconds(Math.Max((needed - level) / shape.PerSecond, 0.001));
            _buckets[key] = (level - cost, time.GetTimestamp());
            return TimeSpan.Zero;
        }
    }

    /// <inheritdoc/>
    public void Observe(string key, double available, BucketShape shape)
    {
        lock (_gate) _buckets[key] = (Math.Min(available, shape.Capacity), time.GetTimestamp());
    }

    /// <inheritdoc/>
    public TimeSpan TryEnter(string key, int slots, string holder, TimeSpan atMost, TimeSpan rest)
    {
        lock (_gate)
        {
            var now = Now;
            if (now - _pruned >= PruneEvery) Prune(now);
            var places = Places(key);
            foreach (var (over, _) in places.Where(place => place.Value.Until <= now).ToList()) places.Remove(over);
            if (places.Count >= slots && !places.ContainsKey(holder))
            {
                // One that is held rests at least from now on.
                var free = places.Values.Select(place => place.Rests || place.Until < now + rest ? place.Until : now + rest).Order().ElementAt(places.Count - slots);
                return free > now ? free - now : TimeSpan.FromTicks(1);
            }

            places[holder] = new Place(now + atMost, Rests: false);
            return TimeSpan.Zero;
        }
    }

    /// <inheritdoc/>
    public void Leave(string key, string holder, TimeSpan rest)
    {
        lock (_gate)
        {
            if (rest > TimeSpan.Zero) Places(key)[holder] = new Place(Now + rest, Rests: true);
            else if (_places.TryGetValue(key, out var places) && places.Remove(holder) && places.Count == 0) _places.Remove(key);
        }
    }

    private Dictionary<string, Place> Places(string key) =>
        _places.TryGetValue(key, out var places) ? places : _places[key] = new Dictionary<string, Place>(StringComparer.Ordinal);

    // Keys such as those of single orders are not asked for again.
    private void Prune(TimeSpan now)
    {
        _pruned = now;
        foreach (var (key, _) in _places.Where(each => each.Value.Values.All(place => place.Until <= now)).ToList()) _places.Remove(key);
    }

    private double Level(string key, BucketShape shape) => _buckets.TryGetValue(key, out var bucket)
        ? Math.Min(shape.Capacity, bucket.Level + time.GetElapsedTime(bucket.At).TotalSeconds * shape.PerSecond)
        : shape.Capacity;

    private sealed record Place(TimeSpan Until, bool Rests);
}
