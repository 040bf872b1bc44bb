using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox;

/// <summary>
/// One thing that shall go wrong, and for which requests. A request has to match every criterion given.
/// </summary>
public sealed class Fault
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Random? _random;

    /// <summary>What happens.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The vendor, <c>shopify</c>, <c>pulpo</c> or <c>billbee</c>; null for any.</summary>
    public string? System { get; init; }

    /// <summary>The HTTP method; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>A part of the path after the shop's, tenant's or account's name, such as <c>sales/bulk</c>; null for any.</summary>
    public string? Path { get; init; }

    /// <summary>The GraphQL operation's name, or <c>METHOD /path/{id}</c>; null for any.</summary>
    public string? Operation { get; init; }

    /// <summary>The first matching request to hit, counted from 1.</summary>
    public int Nth { get; init; } = 1;

    /// <summary>How many requests to hit; 1 by default, 0 for no limit.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The share of matching requests to hit, 0 to 1, drawn from <see cref="Seed"/>.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Seed of the draws of <see cref="Probability"/>: the same requests give the same faults.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The HTTP status for the kinds that answer; 503 by default.</summary>
    public int Status { get; init; } = 503;

    /// <summary>The <c>Retry-After</c> header in seconds; none by default.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>The body for <see cref="FaultKind.Status"/>; empty by default.</summary>
    public string? Body { get; init; }

    /// <summary>What becomes of the answer's body, for <see cref="FaultKind.Spoilt"/> and <see cref="FaultKind.PagingIgnored"/>.</summary>
    [JsonIgnore]
    public Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>>? Spoil { get; init; }

    /// <summary>
    /// Whether the kinds that answer for the vendor (Status, Html, EmptyBody, Redirect) let the request be executed first. False by default.
    /// </summary>
    public bool AfterEffect { get; init; }

    /// <summary>
    /// Whether a held request goes on when its client has left, as at a server that has read it whole. False by default: it ends with the client.
    /// </summary>
    public bool OutlivesClient { get; init; }

    /// <summary>The fault's number in its plan.</summary>
    public int Id { get; internal set; }

    /// <summary>How many requests matched so far.</summary>
    public int Matches { get; private set; }

    /// <summary>How many requests were hit so far.</summary>
    public int Hits { get; private set; }

    /// <summary>Completes when the first request has come to the point of the fault: executed for the kinds that execute, else not yet.</summary>
    [JsonIgnore]
    public Task Reached => _reached.Task;

    /// <summary>Whether <see cref="Reached"/> has completed.</summary>
    public bool IsReached => _reached.Task.IsCompleted;

    /// <summary>Completes when the first request is over and done with, whoever is left to take its answer.</summary>
    [JsonIgnore]
    public Task Ended => _ended.Task;

    /// <summary>Lets the held requests go on, now and later.</summary>
    public void Release() => _released.TrySetResult();

    internal Task Released => _released.Task;

    internal bool IsBefore => Kind switch
    {
        FaultKind.Timeout or FaultKind.CutBefore or FaultKind.HangBefore => true,
        FaultKind.Status or FaultKind.Html or FaultKind.EmptyBody or FaultKind.Redirect => !AfterEffect,
        _ => false,
    };

    internal void MarkReached() => _reached.TrySetResult();

    internal void MarkEnded() => _ended.TrySetResult();

    // Called by the plan only, under its lock.
    internal bool Hit(string system, string method, string path, Func<string> operation)
    {
        if (!Is(System, system) || !Is(Method, method)) return false;
        if (Path is not null && !path.Contains(Path, StringComparison.OrdinalIgnoreCase)) return false;
        if (Operation is not null && !string.Equals(Operation, operation(), StringComparison.Ordinal)) return false;
        Matches++;
        if (Matches < Nth || (Count > 0 && Hits >= Count)) return false;
        _random ??= new Random(Seed);
        if (_random.NextDouble() >= Probability) return false;
        Hits++;
        return true;
    }

    private static bool Is(string? wanted, string actual) => wanted is null || string.Equals(wanted, actual, StringComparison.OrdinalIgnoreCase);
}
