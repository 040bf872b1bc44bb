namespace PulpoSync.Benchmarks.World;

/// <summary>What the sandbox has counted.</summary>
/// <param name="Total">Requests in all.</param>
/// <param name="MaxConcurrency">The greatest number of requests that were in work at the same time.</param>
/// <param name="ByOperation">Requests per operation.</param>
internal sealed record TrafficCounts(int Total, int MaxConcurrency, IReadOnlyDictionary<string, int> ByOperation);
