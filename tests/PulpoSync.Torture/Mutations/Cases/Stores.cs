using PulpoSync.Engine;

namespace PulpoSync.Torture.Mutations.Cases;

/// <summary>A store to be typed into, as new for each case, and what must never come out of it.</summary>
internal sealed class Stores : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-mutations-").FullName;
    private readonly byte[] _database;
    private readonly byte[] _key;

    /// <param name="fill">What stands in it from the start.</param>
    public Stores(Func<IPulpoSyncRuntime, Task> fill)
    {
        var runtime = Open();
        runtime.InitializeStore();
        fill(runtime).GetAwaiter().GetResult();
        runtime.DisposeAsync().AsTask().GetAwaiter().GetResult();
        (_database, _key) = (File.ReadAllBytes(Path), File.ReadAllBytes(Path + ".key"));
        Empty = StoreDump.Of(Path);
    }

    /// <summary>Path of the store.</summary>
    public string Path => System.IO.Path.Combine(_folder, "pulposync.db");

    /// <summary>What it holds as new.</summary>
    public string Empty { get; }

    /// <summary>What it holds now.</summary>
    public string Now => StoreDump.Of(Path);

    /// <summary>A file beside it.</summary>
    public string Beside(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>Opens it.</summary>
    public IPulpoSyncRuntime Open() => new RuntimeFactory().Open(new RuntimeOptions { StorePath = Path, Host = "mutations" });

    /// <summary>Makes it new.</summary>
    public void Renew()
    {
        foreach (var rest in Directory.EnumerateFiles(_folder)) File.Delete(rest);
        File.WriteAllBytes(Path, _database);
        File.WriteAllBytes(Path + ".key", _key);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path + ".key", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>What is wrong with an error; null: it says what it has to.</summary>
    /// <param name="error">The error.</param>
    /// <param name="names">What it has to name; null: anything.</param>
    public static string? Complain(PulpoSyncException error, string? names = null) =>
        error.ErrorId == ErrorIds.InternalError ? $"{error.ErrorId}: {error.Message}"
        : string.IsNullOrWhiteSpace(error.Message) ? $"{error.ErrorId} without a word"
        : names is not null && !error.Message.Contains(names, StringComparison.OrdinalIgnoreCase) ? $"{error.ErrorId} does not name {names}: {error.Message}"
        : null;

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
