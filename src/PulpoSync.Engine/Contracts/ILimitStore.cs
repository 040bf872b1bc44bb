namespace PulpoSync.Engine.Contracts;

/// <summary>A vendor's request limit as a bucket that fills by itself.</summary>
/// <param name="Capacity">Most that fits.</param>
/// <param name="PerSecond">How fast it fills.</param>
/// <param name="Reserve">What we leave to others.</param>
public sealed record BucketShape(double Capacity, double PerSecond, double Reserve);

/// <summary>Request limits shared by all processes on the store, per vendor address and user.</summary>
public interface ILimitStore
{
    /// <summary>Takes from a bucket. Zero: taken; otherwise nothing was taken, ask again after that time.</summary>
    TimeSpan Take(string key, double cost, BucketShape shape);

    /// <summary>Corrects a bucket by what the vendor says is in it now.</summary>
    void Observe(string key, double available, BucketShape shape);

    /// <summary>Enters one of <paramref name="slots"/> places; false: all are taken. A place that was never left frees itself after <paramref name="atMost"/>, that of a dead process at once.</summary>
    bool TryEnter(string key, int slots, string holder, TimeSpan atMost);

    /// <summary>Leaves the place.</summary>
    void Leave(string key, string holder);
}
