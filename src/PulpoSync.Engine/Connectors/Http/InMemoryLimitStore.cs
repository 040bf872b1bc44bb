using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Limits of this process alone: for hosts without a store, and for tests.</summary>
public sealed class InMemoryLimitStore(TimeProvider time) : ILimitStore
{
    private readonly object _gate = new();
    private readonly Dictionary<string, (double Level, long At)> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> _places = new(StringComparer.Ordinal);

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
    public bool TryEnter(string key, int slots, string holder, TimeSpan atMost)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_places.TryGetValue(key, out var places)) _places[key] = places = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
            foreach (var (dead, _) in places.Where(place => place.Value <= now).ToList()) places.Remove(dead);
            if (places.Count >= slots && !places.ContainsKey(holder)) return false;
            places[holder] = now + atMost;
            return true;
        }
    }

    /// <inheritdoc/>
    public void Leave(string key, string holder)
    {
        lock (_gate)
        {
            if (_places.TryGetValue(key, out var places)) places.Remove(holder);
        }
    }

    private double Level(string key, BucketShape shape) => _buckets.TryGetValue(key, out var bucket)
        ? Math.Min(shape.Capacity, bucket.Level + time.GetElapsedTime(bucket.At).TotalSeconds * shape.PerSecond)
        : shape.Capacity;
}
