using System.CommandLine;

namespace PulpoSync.Cli.Hosting;

/// <summary>Options of every command.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Store { get; } = new("--store")
    {
        Description = "Path of the store. Default: PULPOSYNC_STORE, else the platform's place.", HelpName = "PATH", Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "One JSON object per line instead of text.", Recursive = true };

    public static Option<bool> Verbose { get; } = new("--verbose", "-v") { Description = "Also what goes on inside.", Recursive = true };
}
