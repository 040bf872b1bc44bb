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

    /// <summary>
    /// Enters one of <paramref name="slots"/> places. A place that was never left frees itself after <paramref name="atMost"/>; that of a dead process
    /// once it has rested, since its call may only just have been sent.
    /// </summary>
    /// <param name="key">Whose limit.</param>
    /// <param name="slots">How many places there are.</param>
    /// <param name="holder">Who enters.</param>
    /// <param name="atMost">Longest that the place is held.</param>
    /// <param name="rest">How long a place of this key stays taken after it was left; zero: it is free at once.</param>
    /// <returns>
    /// Zero: entered; otherwise nothing was taken, and no place frees earlier than after that time. Where places rest that is worth waiting for
    /// exactly; where they do not, nobody knows when a call ends.
    /// </returns>
    TimeSpan TryEnter(string key, int slots, string holder, TimeSpan atMost, TimeSpan rest);

    /// <summary>Leaves the place, which stays taken for <paramref name="rest"/> from now on, whatever becomes of this process; zero: it is free at once.</summary>
    void Leave(string key, string holder, TimeSpan rest);
}
