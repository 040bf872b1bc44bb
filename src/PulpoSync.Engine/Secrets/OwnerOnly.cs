using System.Security.AccessControl;
using System.Security.Principal;

namespace PulpoSync.Engine.Secrets;

/// <summary>Makes folders and files that nobody but their owner may use.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder, and the missing ones above it with usual rights. An existing folder keeps its rights.</summary>
    /// <returns>The topmost folder that was made; null where all were there.</returns>
    public static string? CreateFolder(string path)
    {
        if (Directory.Exists(path)) return null;
        var topmost = path;
        while (Path.GetDirectoryName(topmost) is { } parent && !Directory.Exists(parent)) topmost = parent;
        if (OperatingSystem.IsWindows())
            new DirectoryInfo(path).Create(Restrict(new DirectorySecurity(), InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit));
        else
            Directory.CreateDirectory(path, FolderMode);
        return topmost;
    }

    /// <summary>Makes a new file with this content; its rights are narrow from the first moment on.</summary>
    /// <exception cref="IOException">The file is there already.</exception>
    public static void CreateFile(string path, ReadOnlySpan<byte> content)
    {
        using var file = OperatingSystem.IsWindows()
            ? new FileInfo(path).Create(
                System.IO.FileMode.CreateNew, FileSystemRights.FullControl, FileShare.None, 4096, FileOptions.None,
                Restrict(new FileSecurity(), InheritanceFlags.None))
            : new FileStream(path, new FileStreamOptions
            {
                Mode = System.IO.FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, UnixCreateMode = FileMode,
            });
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Writes a text for people into a file, whole or not at all.</summary>
    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.FileExists"/>, <see cref="ErrorIds.FileNotWritable"/>.</exception>
    public static void WriteFile(string path, string text, bool overwrite)
    {
        var full = Path.GetFullPath(path);
        if (!overwrite && File.Exists(full))
            throw new PulpoSyncException(ErrorIds.FileExists, $"{full} exists. Name another file, or add -Force (or: --force) to replace it.", full);
        var unfinished = $"{full}.{Guid.NewGuid():N}";
        try
        {
            // Replaced by a new file, as the old one's rights may be wide.
            CreateFile(unfinished, System.Text.Encoding.UTF8.GetBytes(text));
            File.Move(unfinished, full, overwrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            DeleteIfThere(unfinished);
            throw new PulpoSyncException(ErrorIds.FileNotWritable, $"{full} cannot be written: {e.Message}", full, e);
        }
    }

    /// <summary>Deletes a file; <see cref="File.Delete"/> alone objects to a missing folder.</summary>
    public static void DeleteIfThere(string file)
    {
        if (File.Exists(file)) File.Delete(file);
    }

    [System.Runtime.Versioning.SupportedOSPlatform("windows")]
    private static T Restrict<T>(T security, InheritanceFlags inheritance) where T : FileSystemSecurity
    {
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(
            WindowsIdentity.GetCurrent().User!, FileSystemRights.FullControl, inheritance, PropagationFlags.None, AccessControlType.Allow));
        return security;
    }
}
