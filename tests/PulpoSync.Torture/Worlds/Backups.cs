namespace PulpoSync.Torture.Worlds;

/// <summary>Puts backups back, as the help tells a person to.</summary>
internal static class Backups
{
    /// <summary>The store is away with its log, and the backup in its place; nobody has it open.</summary>
    public static void Restore(string backup, string store)
    {
        foreach (var file in new[] { store, store + "-wal", store + "-shm" }) File.Delete(file);
        File.Copy(backup, store);
    }
}
