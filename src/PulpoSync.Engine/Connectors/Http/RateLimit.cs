using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>A limit that a call respects: either a share of a bucket or one of a few places at a time.</summary>
/// <param name="Key">Whose limit: system, address and user (and endpoint where the vendor counts so); no secret.</param>
public abstract record RateLimit(string Key)
{
    /// <summary>Takes <paramref name="Cost"/> from a bucket.</summary>
    public sealed record Bucket(string Key, double Cost, BucketShape Shape) : RateLimit(Key);

    /// <summary>At most <paramref name="Slots"/> calls at a time.</summary>
    public sealed record Concurrent(string Key, int Slots) : RateLimit(Key);
}
