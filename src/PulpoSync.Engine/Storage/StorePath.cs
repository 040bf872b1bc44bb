using System.Runtime.InteropServices;

namespace PulpoSync.Engine.Storage;

/// <summary>Where the store is.</summary>
public static class StorePath
{
    /// <summary>Environment variable that names the store.</summary>
    public const string Variable = "PULPOSYNC_STORE";

    private const string FileName = "pulposync.db";
    private const string SharedFolder = "/var/lib/pulposync";
    private const int WriteAndEnter = 3; // W_OK | X_OK

    /// <summary>
    /// The full path of the database file: the given one; else <c>PULPOSYNC_STORE</c>; else <c>%ProgramData%\PulpoSync\pulposync.db</c> on Windows;
    /// else <c>/var/lib/pulposync/pulposync.db</c> where this account may write there; else the user's data folder. A folder stands for
    /// <c>pulposync.db</c> in it. Makes nothing.
    /// </summary>
    /// <exception cref="PulpoSyncException">
    /// <see cref="ErrorIds.StoreOnNetworkPath"/>; <see cref="ErrorIds.StoreNotFound"/> where there is no place by default.
    /// </exception>
    public static string Resolve(string? explicitPath) => Resolve(explicitPath, Environment.GetEnvironmentVariable);

    internal static string Resolve(string? explicitPath, Func<string, string?> variable)
    {
        var chosen = NotBlank(explicitPath) ?? NotBlank(variable(Variable));
        var path = Path.GetFullPath(chosen ?? DefaultPath());
        if (Directory.Exists(path) || Path.EndsInDirectorySeparator(path)) path = Path.Combine(path, FileName);
        return NetworkPath.Describe(path) is { } network ? throw StoreErrors.OnNetworkPath(path, network) : path;
    }

    private static string DefaultPath()
    {
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "PulpoSync", FileName);
        if (OperatingSystem.IsLinux() && IsWritable(SharedFolder)) return Path.Combine(SharedFolder, FileName);
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return data.Length > 0
            ? Path.Combine(data, "pulposync", FileName)
            : throw new PulpoSyncException(
                ErrorIds.StoreNotFound, $"The account {Environment.UserName} has no folder for a store. Name one with {Variable}.");
    }

    // Where the folder is missing, what counts is whether it can be made.
    private static bool IsWritable(string folder) =>
        CheckAccess(Directory.Exists(folder) ? folder : Path.GetDirectoryName(folder)!, WriteAndEnter) == 0;

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // The base class library can only find out by writing, and a look-up must not write.
    [DllImport("libc", EntryPoint = "access", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CheckAccess(string path, int mode);
}
