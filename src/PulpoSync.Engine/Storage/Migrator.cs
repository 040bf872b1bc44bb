using PulpoSync.Engine.Diagnostics;

namespace PulpoSync.Engine.Storage;

/// <summary>
/// Brings a database to the newest schema. Each step runs in one transaction with its row in the journal, so that a step is done completely
/// or not at all. The version stands in <c>user_version</c>; the journal tells when it came about.
/// </summary>
internal static class Migrator
{
    /// <summary>Refuses a file that is not ours or too new for us.</summary>
    /// <returns>Its schema version.</returns>
    public static int Inspect(Database database, IReadOnlyList<Migration> migrations)
    {
        var application = database.Read(session => session.First("PRAGMA application_id", row => row.Long(0)));
        if (application != Database.ApplicationId) throw StoreErrors.Foreign(database.Path, "it belongs to something else, or is empty");
        var version = database.Read(Version);
        var known = migrations[^1].Version;
        return version <= known ? version : throw StoreErrors.TooNew(database.Path, version, known);
    }

    /// <summary>Runs what is missing.</summary>
    public static void Run(Database database, IReadOnlyList<Migration> migrations, TimeProvider time)
    {
        if (database.Read(Version) >= migrations[^1].Version) return;
        // A step may rebuild a table that others refer to; the references are checked before it is committed.
        database.Read(session => session.Execute("PRAGMA foreign_keys = OFF"));
        try
        {
            foreach (var migration in migrations) database.Write(session => Apply(session, migration, time));
        }
        finally
        {
            database.Read(session => session.Execute("PRAGMA foreign_keys = ON"));
        }
    }

    private static void Apply(Session session, Migration migration, TimeProvider time)
    {
        // Read again under the write lock: another process may have been faster.
        if (Version(session) >= migration.Version) return;
        session.Script(migration.Sql);
        var orphans = session.All("PRAGMA foreign_key_check", row => row.Text(0));
        if (orphans.Count > 0) throw new InvalidOperationException($"{migration.Name} leaves rows of {orphans[0]} without what they refer to.");
        session.Script(FormattableString.Invariant($"""
            CREATE TABLE IF NOT EXISTS journal (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;
            PRAGMA application_id = {Database.ApplicationId};
            PRAGMA user_version = {migration.Version};
            """));
        session.Execute("INSERT INTO journal (version, name, applied_at) VALUES (?1, ?2, ?3)", migration.Version, migration.Name, time.GetUtcNow());
        HaltPoint.Reach(HaltPoint.Migrating);
    }

    private static int Version(Session session) => session.First("PRAGMA user_version", row => row.Int(0));
}
