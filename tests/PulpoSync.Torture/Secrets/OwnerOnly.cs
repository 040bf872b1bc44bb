namespace PulpoSync.Torture.Secrets;

/// <summary>Looks whether nobody but their owner may use files and folders. Windows' rights are inherited from the folder and are not looked at.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <param name="folder">Folder that the product has made, or null where somebody else has made it.</param>
    /// <param name="files">Files.</param>
    public static IEnumerable<string> Faults(string? folder, IReadOnlyCollection<string> files)
    {
        if (files.Count == 0) yield return "there is no file whose rights could be looked at";
        foreach (var path in folder is null ? files : [folder, .. files])
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0) yield return $"others may use {path}: {File.GetUnixFileMode(path)}";
        }
    }
}
