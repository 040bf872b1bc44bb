using PulpoSync.Engine.Diagnostics;

namespace PulpoSync.Engine.Secrets;

/// <summary>
/// The key that comes next while a store's key is being changed: it lies beside the one that the store has, so that at every moment there is one that fits.
/// </summary>
internal static class NextKey
{
    /// <summary>Environment variable that holds it where the store's key comes from <see cref="StoreKey.Variable"/>.</summary>
    public const string Variable = "PULPOSYNC_KEY_NEW";

    /// <summary>Where it lies where the store's key comes from a file.</summary>
    public static string FileOf(string storePath) => StoreKey.FileOf(storePath) + ".new";

    /// <summary>The key; null where there is none that this account can read.</summary>
    /// <param name="storePath">Path of the store.</param>
    /// <param name="variable">Reads environment variables.</param>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.StoreKeyWrong"/>: the variable holds no key.</exception>
    public static StoreKey? Find(string storePath, Func<string, string?> variable)
    {
        if (StoreKey.IsInVariable(variable)) return variable(Variable) is { Length: > 0 } text ? StoreKey.Parse(text, Variable) : null;
        var file = FileOf(storePath);
        try
        {
            return File.Exists(file) ? StoreKey.Read(file) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PulpoSyncException)
        {
            return null;
        }
    }

    /// <summary>Draws it into its file. One that is there was never used: only who holds the store's write lock may call this.</summary>
    /// <param name="storePath">Path of the store.</param>
    /// <exception cref="IOException">It cannot be written, or could not take its place later.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static StoreKey Draw(string storePath)
    {
        using (File.Open(StoreKey.FileOf(storePath), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
        }

        var file = FileOf(storePath);
        StoreKey.CreateFile(file, overwrite: true);
        return StoreKey.Read(file);
    }

    /// <summary>Puts it into the key file. Only who holds the store's write lock may call this.</summary>
    /// <param name="storePath">Path of the store.</param>
    /// <exception cref="IOException">The key file cannot be written now.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not write it.</exception>
    public static void PutInPlace(string storePath)
    {
        var (next, file) = (FileOf(storePath), StoreKey.FileOf(storePath));
        if (!File.Exists(file))
        {
            File.Move(next, file);
            return;
        }

        // Written into the old file, not moved over it: owner and rights stay, so that whoever could use the store still can.
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            stream.Write(File.ReadAllBytes(next));
            stream.SetLength(stream.Position);
            stream.Flush(flushToDisk: true);
        }

        HaltPoint.Reach(HaltPoint.KeyPlaced);
        File.Delete(next);
    }
}
