using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>A limit that every try of a call respects: either a share of a bucket or one of a few places.</summary>
/// <param name="Key">Whose limit: system, address and user (and endpoint where the vendor counts so); no secret.</param>
public abstract record RateLimit(string Key)
{
    /// <summary>Takes <paramref name="Cost"/> from a bucket.</summary>
    public sealed record Bucket(string Key, double Cost, BucketShape Shape) : RateLimit(Key);

    /// <summary>One of <paramref name="Slots"/> places, which stays taken for <paramref name="Rest"/> after the answer.</summary>
    public abstract record Place(string Key, int Slots, TimeSpan Rest) : RateLimit(Key);

    /// <summary>At most <paramref name="Slots"/> calls at a time.</summary>
    public sealed record Concurrent(string Key, int Slots) : Place(Key, Slots, TimeSpan.Zero);

    /// <summary>
    /// At most <paramref name="Slots"/> calls that reach the vendor within any <paramref name="Span"/>, whatever the network does with them on their way:
    /// a place is free again that long after the answer came, or after the call ended without one.
    /// </summary>
    public sealed record Window(string Key, int Slots, TimeSpan Span) : Place(Key, Slots, Span);
}
