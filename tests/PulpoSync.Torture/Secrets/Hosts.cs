using System.ComponentModel;

namespace PulpoSync.Torture.Secrets;

/// <summary>The command line and, where it is there, PowerShell, as processes of their own with every stream on.</summary>
internal sealed class Hosts(PlantedWorld world, Haul haul)
{
    public const string CommandLine = "command line (--verbose)";
    public const string PowerShell = "PowerShell (-Verbose -Debug, $Error)";
    private const string Arguments = "process arguments";
    private static readonly string Manifest = Repository.File("output/PulpoSync/PulpoSync.psd1");

    /// <summary>Where the processes put what they need for a moment.</summary>
    public string TemporaryFolder { get; } = Directory.CreateDirectory(Path.Combine(world.Folder, "tmp")).FullName;

    /// <summary>Where the processes write files for their user.</summary>
    public string ExportFolder { get; } = Directory.CreateDirectory(Path.Combine(world.Folder, "exports")).FullName;

    /// <summary>Runs, asks and exports with the command line.</summary>
    /// <param name="number">Number of an order.</param>
    public async Task CommandAsync(string number)
    {
        var export = Path.Combine(ExportFolder, "cli.json");
        string[][] commands =
        [
            ["run", "*", "--retry-failed"], ["run", "*", "--json", "--full"], ["run", "Nothing"], ["credential", "list", "--json"], ["credential", "test"], ["config", "list"],
            ["status", "--json"], ["runs"], ["record", number], ["log", "--json"], ["export"], ["export", "--output", export], ["import", export], ["init"],
        ];
        foreach (var command in commands)
        {
            var process = await PulpoSyncProcess.RunAsync([.. command, "--verbose", "--store", world.StorePath], ("TMPDIR", TemporaryFolder));
            Hear(CommandLine, string.Join(' ', command), process);
        }
    }

    /// <summary>Does the same in PowerShell, and takes each error apart.</summary>
    /// <returns>Why not; null: it was done.</returns>
    public async Task<string?> SessionAsync()
    {
        if (!File.Exists(Manifest)) return "the module is not built";
        string[] arguments =
        [
            "-NoProfile", "-NonInteractive", "-File", Repository.File("tests/PulpoSync.Torture/Secrets/Session.ps1"),
            Manifest, world.StorePath, Path.Combine(ExportFolder, "pwsh.json"),
        ];
        try
        {
            var process = await PulpoSyncProcess.RunProgramAsync("pwsh", arguments, ("TMPDIR", TemporaryFolder), ("PULPOSYNC_TORTURE_WRONG", Plants.Wrong(world.Plants.Password)));
            Hear(PowerShell, "session", process);
            return process.ExitCode == 0 && process.Out.Contains("Errors looked at: ", StringComparison.Ordinal) ? null : $"the session ended early: {process.Error}";
        }
        catch (Win32Exception)
        {
            return "there is no PowerShell on this machine";
        }
    }

    private void Hear(string place, string what, PulpoSyncProcess process)
    {
        haul.Add(place, what, process.Out);
        haul.Add(place, what, process.Error);
        haul.Add(Arguments, what, process.Arguments);
    }
}
