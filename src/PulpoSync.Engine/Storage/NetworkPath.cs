namespace PulpoSync.Engine.Storage;

/// <summary>Tells paths on other machines from paths on local disks.</summary>
internal static class NetworkPath
{
    private const string MountTable = "/proc/self/mountinfo";

    private static readonly string[] NetworkTypes =
    [
        "nfs", "nfs4", "cifs", "smb", "smbfs", "smb2", "smb3", "ncpfs", "afs", "ceph", "glusterfs", "lustre", "beegfs", "gfs2", "ocfs2", "davfs",
        "fuse.sshfs", "fuse.glusterfs", "fuse.cephfs", "fuse.davfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.blobfuse", "fuse.blobfuse2",
    ];

    /// <summary>What makes the path a network path, for people; null: it is local, or nothing says otherwise.</summary>
    public static string? Describe(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            if (path.StartsWith(@"\\", StringComparison.Ordinal)) return "UNC";
            return Path.GetPathRoot(path) is { Length: > 0 } root && new DriveInfo(root).DriveType == DriveType.Network ? $"drive {root}" : null;
        }

        return File.Exists(MountTable) ? FromMountTable(RealPath(path), File.ReadLines(MountTable)) : null;
    }

    /// <summary>
    /// Looks the path up in lines of <c>/proc/self/mountinfo</c>: the longest mount point above it decides, the later of two equal ones.
    /// </summary>
    internal static string? FromMountTable(string path, IEnumerable<string> lines)
    {
        var (deepest, type) = ("", "");
        foreach (var line in lines)
        {
            // 36 35 98:0 /root /mount/point rw,noatime shared:1 - ext3 /dev/root rw
            var fields = line.Split(' ');
            var separator = Array.IndexOf(fields, "-");
            if (separator < 6 || separator + 1 >= fields.Length) continue;
            var mount = Unescape(fields[4]);
            if (mount.Length < deepest.Length || !IsBelow(path, mount)) continue;
            (deepest, type) = (mount, fields[separator + 1]);
        }

        return NetworkTypes.Contains(type, StringComparer.OrdinalIgnoreCase) ? $"{type} at {deepest}" : null;
    }

    private static bool IsBelow(string path, string mount) =>
        mount == "/" || path == mount || path.StartsWith(mount + "/", StringComparison.Ordinal);

    // The kernel writes blanks and the like in octal.
    private static string Unescape(string mount) =>
        mount.Replace(@"\040", " ").Replace(@"\011", "\t").Replace(@"\012", "\n").Replace(@"\134", @"\");

    /// <summary>The path with the links of its existing part followed.</summary>
    internal static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent) return path;
        var here = Path.Combine(RealPath(parent), Path.GetFileName(path));
        FileSystemInfo entry = Directory.Exists(here) ? new DirectoryInfo(here) : new FileInfo(here);
        return entry.LinkTarget is null ? here : entry.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here;
    }
}
