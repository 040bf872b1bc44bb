using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync backup PATH</c></summary>
internal static class BackupCommand
{
    private static readonly Argument<string> Path = new("PATH") { Description = "File, or a folder, in which the file is named by the moment." };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace the file where it is there." };

    public static Command Create(CliContext context) =>
        new Command("backup", "Copies the store into a file that only you may read, also while runs are at work. The key is not in it.") { Path, Force }
        .Does(context, async (call, _) =>
        {
            await using var runtime = call.OpenRuntime();
            var backup = runtime.BackupStore(call.Get(Path)!, call.Get(Force));
            if (call.Json) call.WriteJson(backup, CliJson.Lines.StoreBackup);
            else
            {
                context.Out.WriteLine(FormattableString.Invariant($"Wrote {backup.Path} ({backup.Size} bytes)"));
                context.Out.WriteLine($"The key is not in it: {backup.KeySource}. Keep a copy of the key elsewhere; without it the secrets are lost.");
            }

            return ExitCodes.Finished;
        });
}
