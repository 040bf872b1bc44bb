using System.Globalization;
using Microsoft.Data.Sqlite;
using PulpoSync.Engine.Secrets;
using SQLitePCL;

namespace PulpoSync.Engine.Storage;

/// <summary>
/// A store's copy in one file: made beside its place under another name, checked, then moved there, so that half a copy is never seen. Whoever works with the
/// store goes on meanwhile. The key is a file of its own and is not copied: who finds the backup shall not be able to read the secrets.
/// </summary>
internal static class BackupFile
{
    private static readonly string[] Companions = ["", ".key", ".key.new", "-wal", "-shm", "-journal"];

    /// <summary>Where a backup goes: the given file, or one named by the moment in the given folder.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.RequestInvalid"/>, <see cref="ErrorIds.FileNotWritable"/>, <see cref="ErrorIds.FileExists"/>.</exception>
    public static string Place(string path, string store, bool overwrite, DateTimeOffset now)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full) || Path.EndsInDirectorySeparator(full))
            full = Path.Combine(full, string.Create(CultureInfo.InvariantCulture, $"pulposync-{now.UtcDateTime:yyyyMMdd-HHmmss}.db"));
        var (here, real) = (NetworkPath.RealPath(full), NetworkPath.RealPath(store));
        if (Companions.Any(companion => string.Equals(here, real + companion, PathComparison)))
            throw new PulpoSyncException(ErrorIds.RequestInvalid, $"{full} belongs to the store itself. Name another file, on another disk if there is one.", full);
        if (NetworkPath.Describe(full) is { } network)
            throw NotWritable(full, $"it is on a network path ({network}), where SQLite cannot keep data safe. Name a file on a local disk, and copy that file over");
        if (!Directory.Exists(Path.GetDirectoryName(full))) throw NotWritable(full, "its folder is not there. Make the folder, or name another file");
        return overwrite || !File.Exists(full) ? full
            : throw new PulpoSyncException(ErrorIds.FileExists, $"{full} exists. Name another file, or add -Force (or: --force) to replace it.", full);
    }

    /// <summary>Writes the copy.</summary>
    /// <param name="source">Store.</param>
    /// <param name="path">Where it goes, as <see cref="Place"/> gives it.</param>
    /// <param name="overwrite">True to replace a file that is there.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.FileNotWritable"/>, <see cref="ErrorIds.FileExists"/>, or an error of the store.</exception>
    public static void Write(Database source, string path, bool overwrite, DateTimeOffset now)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            OwnerOnly.CreateFile(draft, []);
            using (var copy = Database.Open(draft))
            {
                source.CopyTo(copy);
                // Complete in itself: no log beside it that could be forgotten.
                copy.LeaveWriteAheadLog();
                if (copy.Damage() is { } damage) throw Damaged(source.Path, damage);
                Restored.Mark(copy, now);
            }

            File.Move(draft, path, overwrite);
        }
        catch (Exception e)
        {
            foreach (var file in new[] { draft, draft + "-journal", draft + "-wal", draft + "-shm" }) OwnerOnly.DeleteIfThere(file);
            throw e switch
            {
                SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB } sqlite => StoreErrors.From(sqlite, source.Path)!,
                SqliteException { SqliteErrorCode: raw.SQLITE_FULL } => NotWritable(path, "the disk is full. Name a file on another disk", e),
                PulpoSyncException { ErrorId: ErrorIds.StoreInvalid, Target: var target } error when target == draft => Damaged(source.Path, "pages cannot be read", error),
                PulpoSyncException { Target: var target } error when target == draft => NotWritable(path, "the disk is full or reports an error. Name a file on another disk", error),
                SqliteException or IOException or UnauthorizedAccessException => NotWritable(path, $"{e.Message.TrimEnd('.')}. Name another file", e),
                _ => e,
            };
        }
    }

    private static StringComparison PathComparison => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static PulpoSyncException Damaged(string store, string how, Exception? inner = null) =>
        StoreErrors.Invalid(store, $"it is damaged ({how}), and so would be its backup; restore an earlier one", inner);

    private static PulpoSyncException NotWritable(string path, string why, Exception? inner = null) =>
        new(ErrorIds.FileNotWritable, $"The backup {path} cannot be written: {why}.", path, inner);
}
