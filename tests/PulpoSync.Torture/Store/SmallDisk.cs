using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace PulpoSync.Torture.Store;

/// <summary>A file system of its own under a folder, with little room: what it comes to when a disk is really full. Needs the right to mount.</summary>
[SupportedOSPlatform("linux")]
internal sealed class SmallDisk : IDisposable
{
    private const long Room = 4 << 20;
    private const string Filler = "filler";

    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>True where such a disk can be made here.</summary>
    public static bool IsPossible { get; } = Environment.IsPrivilegedProcess && CanMount();

    /// <summary>Puts a folder, of which nobody has a file open, onto a disk of its own.</summary>
    public static SmallDisk Under(string folder)
    {
        var aside = Directory.CreateTempSubdirectory("pulposync-aside-").FullName;
        Move(folder, aside);
        var room = Directory.GetFiles(aside).Sum(file => new FileInfo(file).Length) + Room;
        Demand("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={room}"), "tmpfs", folder);
        Move(aside, folder);
        Directory.Delete(aside);
        return new SmallDisk(folder);
    }

    /// <summary>Fills a disk to the last byte.</summary>
    public static void Fill(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, Filler), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var piece = new byte[4096]; piece.Length > 0;)
        {
            try
            {
                file.Write(piece);
            }
            catch (IOException)
            {
                piece = new byte[piece.Length / 2];
            }
        }
    }

    /// <summary>Makes room again, and brings what is there back to the disk below.</summary>
    public void Dispose()
    {
        File.Delete(Path.Combine(_folder, Filler));
        var aside = Directory.CreateTempSubdirectory("pulposync-aside-").FullName;
        Move(_folder, aside);
        Demand("umount", _folder);
        Move(aside, _folder);
        Directory.Delete(aside);
    }

    private static bool CanMount()
    {
        var folder = Directory.CreateTempSubdirectory("pulposync-mount-").FullName;
        var can = Run("mount", "-t", "tmpfs", "tmpfs", folder) == 0 && Run("umount", folder) == 0;
        Directory.Delete(folder);
        return can;
    }

    private static void Move(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from)) File.Move(file, Path.Combine(to, Path.GetFileName(file)));
    }

    private static void Demand(string program, params string[] arguments)
    {
        if (Run(program, arguments) is not 0 and var code) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{program} ends with {code}."));
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
