using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Storage;

/// <summary>
/// Request limits, shared by all processes. A bucket is kept as what was in it at a moment; a clock that goes back neither fills nor
/// freezes it. Written at every call and worth nothing after a restart of the machine, so that no call waits for the disk.
/// </summary>
internal sealed class SqliteLimits(Database database, TimeProvider time, string self) : ILimitStore
{
    private const string Put =
        """
        INSERT INTO limits (key, available, at) VALUES (?1, ?2, ?3)
        ON CONFLICT (key) DO UPDATE SET available = excluded.available, at = excluded.at
        """;

    public TimeSpan Take(string key, double cost, BucketShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape.PerSecond);
        return database.Write(session =>
        {
            var now = time.GetUtcNow();
            var available = Available(session, key, shape, now);
            // A call that costs more than ever fits goes out when the bucket is full.
            var needed = Math.Min(cost + shape.Reserve, shape.Capacity);
            if (available < needed) return TimeSpan.FromMilliseconds(Math.Ceiling((needed - available) / shape.PerSecond * 1000));
            session.Execute(Put, key, Math.Max(0, available - cost), now);
            return TimeSpan.Zero;
        }, relaxed: true);
    }

    public void Observe(string key, double available, BucketShape shape) => database.Write(
        session => session.Execute(Put, key, Math.Clamp(available, 0, shape.Capacity), time.GetUtcNow()), relaxed: true);

    public bool TryEnter(string key, int slots, string holder, TimeSpan atMost) => database.Write(session =>
    {
        var now = time.GetUtcNow();
        // A place entered in the future was entered before the clock went back: nobody knows how old it is.
        session.Execute("DELETE FROM slots WHERE key = ?1 AND (until <= ?2 OR entered_at > ?2)", key, now);
        var others = session.All(
            "SELECT holder, process FROM slots WHERE key = ?1 AND holder <> ?2", row => (Holder: row.Text(0), Process: row.Text(1)), key, holder);
        if (others.Count >= slots && !others.Exists(other => Bury(session, key, other.Holder, other.Process))) return false;
        session.Execute(
            """
            INSERT INTO slots (key, holder, process, entered_at, until) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (key, holder) DO UPDATE SET process = excluded.process, entered_at = excluded.entered_at, until = excluded.until
            """, key, holder, self, now, now + atMost);
        return true;
    }, relaxed: true);

    public void Leave(string key, string holder) =>
        database.Write(session => session.Execute("DELETE FROM slots WHERE key = ?1 AND holder = ?2", key, holder), relaxed: true);

    private static bool Bury(Session session, string key, string holder, string process) =>
        ProcessIdentity.IsSurelyDead(process) && session.Execute("DELETE FROM slots WHERE key = ?1 AND holder = ?2", key, holder) == 1;

    private static double Available(Session session, string key, BucketShape shape, DateTimeOffset now)
    {
        var bucket = session.First("SELECT available, at FROM limits WHERE key = ?1", row => new Bucket(row.Real(0), row.Moment(1)), key);
        if (bucket is null) return shape.Capacity;
        var elapsed = Math.Max(0, (now - bucket.At).TotalSeconds);
        if (now < bucket.At) session.Execute(Put, key, bucket.Available, now);
        return Math.Min(shape.Capacity, bucket.Available + elapsed * shape.PerSecond);
    }

    private sealed record Bucket(double Available, DateTimeOffset At);
}
