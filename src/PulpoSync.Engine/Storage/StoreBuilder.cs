using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Storage;

/// <summary>Makes a new store: complete under another name first, then moved to its place, so that half a store is never seen.</summary>
internal static class StoreBuilder
{
    /// <summary>Makes folder, key and database.</summary>
    /// <returns>False where another process was faster; its store stands.</returns>
    public static bool Build(string path, TimeProvider time, Func<string, string?> variable, IReadOnlyList<Migration> migrations)
    {
        string? madeFolder = null;
        var madeKey = false;
        var draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            madeFolder = OwnerOnly.CreateFolder(Path.GetDirectoryName(path)!);
            // SQLite would play the log of a lost database into the new one.
            if (File.Exists(path + "-wal"))
                throw StoreErrors.Invalid(path, $"the database is gone, but its log {path}-wal is there; move that away first");
            var key = StoreKey.LoadOrCreate(path, variable, out madeKey);
            OwnerOnly.CreateFile(draft, []);
            SqliteStore.Fill(draft, key, time, migrations);
            return MoveIntoPlace(draft, path);
        }
        catch (Exception e)
        {
            foreach (var file in new[] { draft, draft + "-wal", draft + "-shm" }) OwnerOnly.DeleteIfThere(file);
            if (madeKey && !File.Exists(path)) OwnerOnly.DeleteIfThere(StoreKey.FileOf(path));
            RemoveEmpty(madeFolder, Path.GetDirectoryName(path)!);
            if (e is IOException or UnauthorizedAccessException) throw StoreErrors.NotWritable(path, $"its folder or file cannot be made ({e.Message.TrimEnd('.')})", e);
            throw;
        }
    }

    private static bool MoveIntoPlace(string draft, string path)
    {
        try
        {
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
            return false;
        }
    }

    // Takes back the folders that were made, unless something else lies in them by now.
    private static void RemoveEmpty(string? topmost, string folder)
    {
        if (topmost is null) return;
        for (var here = folder; here.Length >= topmost.Length && Directory.Exists(here); here = Path.GetDirectoryName(here)!)
        {
            if (Directory.EnumerateFileSystemEntries(here).Any()) return;
            Directory.Delete(here);
        }
    }
}
