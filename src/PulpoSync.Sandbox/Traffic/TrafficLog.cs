namespace PulpoSync.Sandbox;

/// <summary>How much was asked of the sandbox.</summary>
public sealed class TrafficLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _bySystem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byOperation = new(StringComparer.Ordinal);
    private int _running;
    private int _maxConcurrency;
    private int _total;

    /// <summary>Requests in all.</summary>
    public int Total
    {
        get { lock (_lock) return _total; }
    }

    /// <summary>The greatest number of requests that were in work at the same time.</summary>
    public int MaxConcurrency
    {
        get { lock (_lock) return _maxConcurrency; }
    }

    /// <summary>Requests per vendor, as they are now.</summary>
    public IReadOnlyDictionary<string, int> BySystem
    {
        get { lock (_lock) return new Dictionary<string, int>(_bySystem); }
    }

    /// <summary>Requests per operation, as they are now; keys such as <c>shopify OrdersPage</c> and <c>pulpo POST /api/v1/auth</c>.</summary>
    public IReadOnlyDictionary<string, int> ByOperation
    {
        get { lock (_lock) return new Dictionary<string, int>(_byOperation); }
    }

    /// <summary>Requests of one operation of one vendor.</summary>
    public int CountOf(string system, string operation)
    {
        lock (_lock) return _byOperation.GetValueOrDefault($"{system} {operation}");
    }

    /// <summary>Forgets all counts.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _bySystem.Clear();
            _byOperation.Clear();
            _maxConcurrency = _running;
            _total = 0;
        }
    }

    internal void Begin(string system, string operation)
    {
        lock (_lock)
        {
            _total++;
            _running++;
            _maxConcurrency = Math.Max(_maxConcurrency, _running);
            var key = $"{system} {operation}";
            _bySystem[system] = _bySystem.GetValueOrDefault(system) + 1;
            _byOperation[key] = _byOperation.GetValueOrDefault(key) + 1;
        }
    }

    internal void End()
    {
        lock (_lock) _running--;
    }
}
