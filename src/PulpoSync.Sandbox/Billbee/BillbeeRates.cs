namespace PulpoSync.Sandbox;

/// <summary>
/// Measures how fast the endpoints are asked, by the monotonic clock of the sandbox's time provider: the machine's own, or a simulated one.
/// Every request that reaches Billbee counts, refused ones too.
/// </summary>
public sealed class BillbeeRates
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Measure> _endpoints = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private readonly long _start;

    internal BillbeeRates(TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>The endpoints that were asked, as they are now, by name.</summary>
    public IReadOnlyList<BillbeeRate> All
    {
        get { lock (_lock) return [.. _endpoints.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => e.Value.Of(e.Key))]; }
    }

    /// <summary>The greatest number of requests of any one endpoint within any second; 0 without any.</summary>
    public int MaxPerSecond => All.Select(r => r.MaxPerSecond).DefaultIfEmpty().Max();

    /// <summary>The rate of an endpoint such as <c>GET /api/v1/orders</c>; null when it was never asked.</summary>
    public BillbeeRate? Of(string endpoint) => All.FirstOrDefault(r => r.Endpoint == endpoint);

    /// <summary>Forgets all that was measured.</summary>
    public void Reset()
    {
        lock (_lock) _endpoints.Clear();
    }

    /// <summary>Notes an arrival; when it was.</summary>
    internal TimeSpan Arrive(string endpoint)
    {
        lock (_lock)
        {
            var now = _time.GetElapsedTime(_start);
            if (!_endpoints.TryGetValue(endpoint, out var measure)) _endpoints.Add(endpoint, measure = new Measure { First = now });
            measure.Arrive(now);
            return now;
        }
    }

    internal void Refuse(string endpoint)
    {
        lock (_lock)
        {
            if (_endpoints.TryGetValue(endpoint, out var measure)) measure.Refused++;
        }
    }

    private sealed class Measure
    {
        private readonly Queue<TimeSpan> _recent = new();
        private int _count;
        private int _max;
        private TimeSpan _last;

        public TimeSpan First { get; init; }

        public int Refused { get; set; }

        public void Arrive(TimeSpan now)
        {
            while (_recent.TryPeek(out var oldest) && now - oldest >= Second) _recent.Dequeue();
            _recent.Enqueue(now);
            _max = Math.Max(_max, _recent.Count);
            _last = now;
            _count++;
        }

        public BillbeeRate Of(string endpoint) => new(endpoint, _count, Refused, _max, First, _last);
    }
}
