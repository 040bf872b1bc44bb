namespace PulpoSync.Sandbox.Billbee;

/// <summary>Billbee's limits as sliding windows. What is refused takes no place in them.</summary>
internal sealed class BillbeeLimiter
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<TimeSpan>> _endpoints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue<TimeSpan>> _reads = new(StringComparer.Ordinal);

    /// <summary>Whether a request that arrived at that time is within the limits.</summary>
    /// <param name="endpoint">The method and the path's template.</param>
    /// <param name="order">The order that is read by itself, or null.</param>
    /// <param name="now">When it arrived.</param>
    public bool Admit(string endpoint, string? order, TimeSpan now)
    {
        lock (_lock)
        {
            var calls = Within(_endpoints, endpoint, now, TimeSpan.FromSeconds(1));
            var reads = order is null ? null : Within(_reads, order, now, Minute);
            if (calls.Count >= 2 || reads?.Count >= 6) return false;
            calls.Enqueue(now);
            reads?.Enqueue(now);
            return true;
        }
    }

    private static Queue<TimeSpan> Within(Dictionary<string, Queue<TimeSpan>> all, string key, TimeSpan now, TimeSpan window)
    {
        if (!all.TryGetValue(key, out var times)) all.Add(key, times = new Queue<TimeSpan>());
        while (times.TryPeek(out var oldest) && now - oldest >= window) times.Dequeue();
        return times;
    }
}
