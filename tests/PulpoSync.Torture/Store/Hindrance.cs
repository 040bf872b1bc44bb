using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Microsoft.Data.Sqlite;

namespace PulpoSync.Torture.Store;

/// <summary>What may keep a run from its store for a while.</summary>
/// <param name="Name">What it is.</param>
/// <param name="HaltAt">Where the run is when it begins; null: it begins before the run does.</param>
/// <param name="Begin">Begins it, for a store and the process of the run where that has started; what it gives ends it.</param>
/// <param name="ErrorId">What is said; null: the run is not hindered, and ends well.</param>
/// <param name="Says">What the message has to say.</param>
/// <param name="IsSlow">True where the product waits long before it gives up.</param>
[SupportedOSPlatform("linux")]
internal sealed record Hindrance(
    string Name, string? HaltAt, Func<string, ChildProcess?, IDisposable> Begin, string? ErrorId, string Says, bool IsSlow = false)
{
    private const UnixFileMode ReadOnlyFile = UnixFileMode.UserRead;
    private const UnixFileMode ReadOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    private const string NeedsRights = "It needs read and write rights to the file and to its folder";

    // Rows are durable, the request has not left yet: what it comes to cannot be noted any more.
    private const string InFlight = "prepared:1";

    /// <summary>What has to be there before the run starts, for a store; what it gives ends it. Null: nothing.</summary>
    public Func<string, IDisposable>? Around { get; init; }

    /// <summary>True where it can be played here: a disk of one's own needs the right to mount it.</summary>
    public bool IsPossible => Around is null || SmallDisk.IsPossible;

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<Hindrance> All { get; } =
    [
        new("its file may only be read", null, (path, _) => Rights(path, ReadOnlyFile), ErrorIds.StoreNotWritable, NeedsRights),
        new("its folder may only be read", null, (path, _) => Rights(Path.GetDirectoryName(path)!, ReadOnlyFolder), ErrorIds.StoreNotWritable, NeedsRights),
        new("no room left in the middle of a run", InFlight, (_, process) => NoRoom(process!), ErrorIds.StoreNotWritable, "Make room there and start again"),
        new("its disk really full in the middle of a run", InFlight, (path, _) => Full(path), ErrorIds.StoreNotWritable, "Make room there and start again")
            { Around = path => SmallDisk.Under(Path.GetDirectoryName(path)!) },
        new("its file and folder made read-only in the middle of a run", InFlight, (path, _) => Both(path), null, ""),
        new("locked by another process in the middle of a run, and for long", InFlight, (path, _) => Lock(path), ErrorIds.StoreBusy, "look for a process that hangs", IsSlow: true),
    ];

    /// <summary>
    /// What starts the run: rights count for it also where everything here is done as root, and a write that is refused for want of room is an error of that write, as
    /// it is on a full disk, instead of the signal that comes with a limit.
    /// </summary>
    public static string[] Launcher =>
    [
        .. Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--"] : Array.Empty<string>(),
        "sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh",
    ];

    private static Undo Rights(string path, UnixFileMode narrow)
    {
        var before = File.GetUnixFileMode(path);
        File.SetUnixFileMode(path, narrow);
        return new Undo(() => File.SetUnixFileMode(path, before));
    }

    // What is open already may be written to the end: rights are asked for when a file is opened.
    private static Undo Both(string path)
    {
        var file = Rights(path, ReadOnlyFile);
        var folder = Rights(Path.GetDirectoryName(path)!, ReadOnlyFolder);
        return new Undo(() =>
        {
            folder.Dispose();
            file.Dispose();
        });
    }

    private static Undo Full(string path)
    {
        SmallDisk.Fill(Path.GetDirectoryName(path)!);
        return new Undo(() => { });
    }

    // Whatever it writes to a file from now on is refused, as on a disk that is full; it ends with the process.
    private static Undo NoRoom(ChildProcess process)
    {
        using var limit = Process.Start("prlimit", ["--pid", process.Id.ToString(CultureInfo.InvariantCulture), "--fsize=1"]);
        limit.WaitForExit();
        return limit.ExitCode == 0 ? new Undo(() => { }) : throw new InvalidOperationException($"prlimit ends with {limit.ExitCode}.");
    }

    private static SqliteConnection Lock(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        return connection;
    }

    private sealed class Undo(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
