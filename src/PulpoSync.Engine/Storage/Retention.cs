namespace PulpoSync.Engine.Storage;

/// <summary>How long things are kept: log lines 30 days, outcomes 90, runs 365, documents 60. Ledger rows stay.</summary>
internal static class Retention
{
    // Small transactions: a run waits for none of them.
    private const int Batch = 2000;

    private static readonly (string Sql, TimeSpan Age)[] Rules =
    [
        ("DELETE FROM log WHERE id IN (SELECT id FROM log WHERE outcome IS NULL AND at < ?1 LIMIT ?2)", TimeSpan.FromDays(30)),
        ("DELETE FROM log WHERE id IN (SELECT id FROM log WHERE outcome IS NOT NULL AND at < ?1 LIMIT ?2)", TimeSpan.FromDays(90)),
        ("DELETE FROM runs WHERE id IN (SELECT id FROM runs WHERE started_at < ?1 LIMIT ?2)", TimeSpan.FromDays(365)),
        (
            "DELETE FROM tokens WHERE (key, secret_mark) IN (SELECT key, secret_mark FROM tokens WHERE last_login_at < ?1 LIMIT ?2)",
            TimeSpan.FromDays(30)
        ),
        // What nobody has asked for in all that time was dealt with by hand.
        ("DELETE FROM documents WHERE name IN (SELECT name FROM documents WHERE kept_at < ?1 LIMIT ?2)", TimeSpan.FromDays(60)),
    ];

    /// <summary>Deletes what is older.</summary>
    public static void Apply(Database database, DateTimeOffset now)
    {
        foreach (var (sql, age) in Rules) Delete(database, (session, batch) => session.Execute(sql, now - age, batch));
    }

    /// <summary>Deletes in small transactions until nothing is left of it.</summary>
    /// <param name="database">Database.</param>
    /// <param name="some">Deletes at most so many rows, and says how many.</param>
    /// <returns>How many in all.</returns>
    public static int Delete(Database database, Func<Session, int, int> some)
    {
        var (deleted, last) = (0, 0);
        do deleted += last = database.Write(session => some(session, Batch));
        while (last == Batch);
        return deleted;
    }
}
