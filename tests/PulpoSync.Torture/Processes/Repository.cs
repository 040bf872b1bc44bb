namespace PulpoSync.Torture.Processes;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string File(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "PulpoSync.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("PulpoSync.sln is not above the tests.");
    }
}
