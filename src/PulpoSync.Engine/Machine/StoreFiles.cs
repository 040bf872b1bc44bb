using PulpoSync.Engine.Secrets;

namespace PulpoSync.Engine.Machine;

/// <summary>What lies on the disk for one store.</summary>
internal sealed class StoreFiles(string path, string keyPath)
{
    /// <summary>The database.</summary>
    public string Database => path;

    /// <summary>The key's file, whether it is there or not.</summary>
    public string Key => keyPath;

    /// <summary>The folder around them.</summary>
    public string Folder { get; } = Path.GetDirectoryName(path)!;

    /// <summary>Those that are there.</summary>
    public IReadOnlyList<string> Files => [.. Own.Where(File.Exists)];

    /// <summary>True where nothing else lies in the folder: only then is it the store's own.</summary>
    public bool OwnsFolder => Directory.EnumerateFileSystemEntries(Folder).All(entry => Own.Contains(entry));

    private string[] Own => [path, keyPath, NextKey.FileOf(path), path + "-wal", path + "-shm", path + "-journal"];
}
