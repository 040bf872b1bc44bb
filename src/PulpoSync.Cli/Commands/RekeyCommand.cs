using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync rekey</c></summary>
internal static class RekeyCommand
{
    public static Command Create(CliContext context) =>
        new Command("rekey", "Gives the store a new key and encrypts its secrets with it. Nothing may be running. Backups from before need the old key.")
        .Does(context, async (call, _) =>
        {
            await using var runtime = call.OpenRuntime();
            var change = runtime.ChangeStoreKey();
            if (call.Json) call.WriteJson(change, CliJson.Lines.StoreKeyChange);
            else
            {
                context.Out.WriteLine(FormattableString.Invariant($"{change.Path} has a new key: {change.KeySource} ({change.Secrets} secrets encrypted anew)"));
                context.Out.WriteLine(change.Advice);
            }

            return ExitCodes.Finished;
        });
}
