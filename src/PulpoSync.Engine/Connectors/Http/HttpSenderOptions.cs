namespace PulpoSync.Engine.Connectors.Http;

/// <summary>How <see cref="HttpSender"/> behaves. The defaults are meant for a process that serves many stores unattended.</summary>
public sealed record HttpSenderOptions
{
    /// <summary>Longest that one try may take, from sending to the last byte of the answer; 30 seconds.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(30);
    /// <summary>Longest that one call may take from its first try on, with all tries and pauses; 100 seconds.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(100);
    /// <summary>Longest wait for a vendor's limit before the first try, when many integrations share it; 5 minutes.</summary>
    public TimeSpan LimitTimeout { get; init; } = TimeSpan.FromMinutes(5);
    /// <summary>Most tries after transient faults, the first included; 5.</summary>
    public int MaxTries { get; init; } = 5;
    /// <summary>Most pauses that the vendor asks for (429, throttled), which do not count as tries; 20.</summary>
    public int MaxThrottles { get; init; } = 20;
    /// <summary>Upper bound of the first pause; each further one doubles it. The pause is drawn evenly between zero and the bound. 1 second.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);
    /// <summary>Greatest upper bound of a pause; 30 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);
    /// <summary>Largest body that is accepted, in bytes after decompression; 64 MiB.</summary>
    public int MaxBodyBytes { get; init; } = 64 * 1024 * 1024;
    /// <summary>Random number from 0 to below 1, for the pauses.</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;
    /// <summary>Called before each try of a write with the longest time it may still be under way: a run makes sure that its lease lasts, else throws.</summary>
    public Action<TimeSpan>? BeforeWrite { get; init; }
    /// <summary>Told of every try, for debug output.</summary>
    public Func<HttpTrace, ValueTask>? Trace { get; init; }
    /// <summary>Replaces the network, for tests; null: pooled connections, system proxy.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
