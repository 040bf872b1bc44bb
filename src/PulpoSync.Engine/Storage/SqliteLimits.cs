using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Storage;

/// <summary>
/// Request limits, shared by all processes. A bucket is kept as what was in it at a moment, a place until when it is taken; a clock that goes back
/// neither fills nor freezes them. Written at every call and worth nothing after a restart of the machine, so that no call waits for the disk.
/// </summary>
internal sealed class SqliteLimits(Database database, TimeProvider time, string self) : ILimitStore
{
    private const string Put =
        """
        INSERT INTO limits (key, available, at) VALUES (?1, ?2, ?3)
        ON CONFLICT (key) DO UPDATE SET available = excluded.available, at = excluded.at
        """;

    private const string Occupy =
        """
        INSERT INTO slots (key, holder, process, entered_at, until) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (key, holder) DO UPDATE SET process = excluded.process, entered_at = excluded.entered_at, until = excluded.until
        """;

    private const string Free = "DELETE FROM slots WHERE key = ?1 AND holder = ?2";

    // Moments are kept in whole milliseconds, the rest dropped: without one more a place would be free a little too early.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan PruneEvery = TimeSpan.FromMinutes(1);

    private long? _prunedAt;

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

    public TimeSpan TryEnter(string key, int slots, string holder, TimeSpan atMost, TimeSpan rest) => database.Write(session =>
    {
        var now = time.GetUtcNow();
        Prune(session, now);
        session.Execute("DELETE FROM slots WHERE key = ?1 AND until <= ?2", key, now);
        // A place entered in the future was entered before the clock went back: nobody knows how old it is. A call is over soon; a rest starts anew.
        session.Execute(
            rest > TimeSpan.Zero
                ? "UPDATE slots SET entered_at = ?2, until = until - entered_at + ?2 WHERE key = ?1 AND entered_at > ?2"
                : "DELETE FROM slots WHERE key = ?1 AND entered_at > ?2", key, now);
        var others = session.All(
            "SELECT holder, process, until FROM slots WHERE key = ?1 AND holder <> ?2", row => new Place(row.Text(0), row.Text(1), row.Moment(2)), key, holder);
        if (others.Count >= slots)
        {
            if (rest > TimeSpan.Zero) return others.Select(other => FreeAt(session, key, other, now, rest)).Order().ElementAt(others.Count - slots) - now;
            if (!others.Exists(other => Bury(session, key, other))) return TimeSpan.FromMilliseconds(1);
        }

        session.Execute(Occupy, key, holder, self, now, now + atMost);
        return TimeSpan.Zero;
    }, relaxed: true);

    public void Leave(string key, string holder, TimeSpan rest) => database.Write(
        session => rest > TimeSpan.Zero ? Rest(session, key, holder, time.GetUtcNow(), rest) : session.Execute(Free, key, holder), relaxed: true);

    // Needs no process: a place rests to its end whatever becomes of who left it.
    private static int Rest(Session session, string key, string holder, DateTimeOffset now, TimeSpan rest) =>
        session.Execute(Occupy, key, holder, "", now, now + rest + Tick);

    private static DateTimeOffset FreeAt(Session session, string key, Place place, DateTimeOffset now, TimeSpan rest)
    {
        // The last call of a dead process may only just have been sent; that of a living one ends now at the earliest.
        if (ProcessIdentity.IsSurelyDead(place.Process)) Rest(session, key, place.Holder, now, rest);
        else if (place.Process.Length == 0 || place.Until < now + rest) return place.Until;
        return now + rest + Tick;
    }

    private static bool Bury(Session session, string key, Place place) =>
        ProcessIdentity.IsSurelyDead(place.Process) && session.Execute(Free, key, place.Holder) == 1;

    // Keys such as those of single orders are not asked for again. Few rows live at a time, so that looking at them all now and then is cheap.
    private void Prune(Session session, DateTimeOffset now)
    {
        if (_prunedAt is { } before && time.GetElapsedTime(before) < PruneEvery) return;
        session.Execute("DELETE FROM slots WHERE until <= ?1", now);
        _prunedAt = time.GetTimestamp();
    }

    private static double Available(Session session, string key, BucketShape shape, DateTimeOffset now)
    {
        var bucket = session.First("SELECT available, at FROM limits WHERE key = ?1", row => new Bucket(row.Real(0), row.Moment(1)), key);
        if (bucket is null) return shape.Capacity;
        var elapsed = Math.Max(0, (now - bucket.At).TotalSeconds);
        if (now < bucket.At) session.Execute(Put, key, bucket.Available, now);
        return Math.Min(shape.Capacity, bucket.Available + elapsed * shape.PerSecond);
    }

    /// <param name="Holder">Who holds it.</param>
    /// <param name="Process">Whose process that is; empty: the place was left and rests.</param>
    /// <param name="Until">When it is free at the latest.</param>
    private sealed record Place(string Holder, string Process, DateTimeOffset Until);

    private sealed record Bucket(double Available, DateTimeOffset At);
}
