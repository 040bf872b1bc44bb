using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PulpoSync.Engine.Storage;

/// <summary>
/// Names a process so that another one can tell for sure whether it is dead: where it runs, its id, and when it started (ids are used again).
/// Where it runs is, on Linux, the boot and the pid namespace: in another container the same id is another process.
/// </summary>
internal static class ProcessIdentity
{
    /// <summary>This process.</summary>
    public static string Current { get; } = Of(Environment.ProcessId);

    /// <summary>A running process.</summary>
    public static string Of(int processId) => FormattableString.Invariant($"{Place()}/{processId}/{StartOf(processId)}");

    /// <summary>
    /// True only where the process is surely dead; false also for other machines, other containers and where the answer is withheld.
    /// </summary>
    public static bool IsSurelyDead(string identity)
    {
        var parts = identity.Split('/');
        if (parts.Length != 3 || parts[0].Length == 0 || parts[0] != Place()) return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return false;
        try
        {
            using var process = Process.GetProcessById(id);
            var start = StartOf(id);
            return start.Length > 0 && parts[2].Length > 0 && start != parts[2];
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    // Empty: not known, so that nobody is ever called dead.
    private static string Place()
    {
        if (!OperatingSystem.IsLinux()) return Environment.MachineName.Replace('/', '-');
        var (boot, container) = (TextOf("/proc/sys/kernel/random/boot_id"), new FileInfo("/proc/self/ns/pid").LinkTarget);
        return boot.Length > 0 && container is not null ? $"{boot}:{container}" : "";
    }

    // Empty: withheld, or the process has just ended.
    private static string StartOf(int processId)
    {
        try
        {
            if (OperatingSystem.IsLinux()) return StartOf(TextOf($"/proc/{processId}/stat"));
            using var process = Process.GetProcessById(processId);
            return process.StartTime.ToUniversalTime().Ticks.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return "";
        }
    }

    /// <summary>
    /// Start, in clock ticks since boot, from a line of <c>/proc/PID/stat</c>; <c>ended</c> for a process that only waits to be reaped.
    /// </summary>
    internal static string StartOf(string stat)
    {
        // The second field, the name in brackets, may hold blanks and brackets itself.
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length < 20) return "";
        return fields[0] is "Z" or "X" ? "ended" : fields[19];
    }

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
