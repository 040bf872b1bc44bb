using System.Reflection;
using PulpoSync.Module.Help;
using PulpoSync.PowerShell.Commands;

namespace PulpoSync.Tests.Module;

/// <summary>The module as the build lays it out.</summary>
/// <remarks>PowerShell's reference assembly has no bodies: its types are never run here, only read.</remarks>
internal static class ModuleFolder
{
    public static Assembly Assembly => typeof(IntegrationCommand).Assembly;

    public static IReadOnlyList<CmdletMetadata> Cmdlets { get; } = CmdletReader.Read(Assembly);

    public static string Repository { get; } = FindRepository();

    public static string File(params string[] parts) => Path.Combine([Repository, "output", "PulpoSync", .. parts]);

    public static string Source(params string[] parts) => Path.Combine([Repository, .. parts]);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "PulpoSync.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
