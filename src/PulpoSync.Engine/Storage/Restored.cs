using Microsoft.Data.Sqlite;

namespace PulpoSync.Engine.Storage;

/// <summary>
/// A backup that was put into the store's place. It is marked, so that it is known when it begins its second life: what has happened in between is unknown to it,
/// and where that cannot be seen at the systems either, a person has to be asked.
/// </summary>
internal static class Restored
{
    private const string Backup = "backup_taken_at";
    private const string Moment = "restored_at";

    /// <summary>Marks a copy as a backup.</summary>
    public static void Mark(Database copy, DateTimeOffset takenAt) =>
        copy.Write(session => session.Execute("INSERT INTO meta (name, value) VALUES (?1, ?2)", Backup, Text(takenAt)));

    /// <summary>Takes the mark away, before the store gets a log of its own; from now on it counts as restored at this moment.</summary>
    public static void Accept(Database database, DateTimeOffset now)
    {
        if (!database.Read(IsBackup)) return;
        database.Write(session =>
        {
            // Read again under the write lock: another process may have been faster.
            if (session.Execute("DELETE FROM meta WHERE name = ?1", Backup) == 0) return;
            session.Execute("INSERT OR REPLACE INTO meta (name, value) VALUES (?1, ?2)", Moment, Text(now));
        });
    }

    /// <summary>When the store was restored last; null: never.</summary>
    public static DateTimeOffset? At(Database database) =>
        database.Read(session => session.First("SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?1", row => row.MomentOrNull(0), Moment));

    /// <summary>Refuses a backup beside which the former store's log lies: SQLite would play it into the backup, of which nothing whole would remain.</summary>
    public static void RefuseForeignLog(string path)
    {
        if (new FileInfo(path + "-wal") is not { Exists: true, Length: > 0 } || !IsBackupOnDisk(path)) return;
        throw StoreErrors.Invalid(
            path, $"it is a backup, and the log of the former store still lies beside it. Move {path}-wal and {path}-shm away, then it opens");
    }

    // Looked at without its log and without a lock, by SQLite itself: closing the file by other means would take away the locks that this process has on it.
    private static bool IsBackupOnDisk(string path)
    {
        try
        {
            using var connection = new SqliteConnection($"Data Source={new Uri(path).AbsoluteUri}?immutable=1;Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var session = new Session(connection);
            return IsBackup(session);
        }
        catch (SqliteException)
        {
            // No database, or one that is being written: whoever opens it says more.
            return false;
        }
    }

    private static bool IsBackup(Session session) => session.First("SELECT 1 FROM meta WHERE name = ?1", row => row.Int(0), Backup) == 1;

    private static string Text(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
