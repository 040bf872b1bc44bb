using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync stop NAME</c></summary>
internal static class StopCommand
{
    private static readonly Argument<string> Name = NameArguments.One("Integration, with wildcards.");
    private static readonly Option<bool> Wait = new("--wait") { Description = "Come back only when they have ended." };

    public static Command Create(CliContext context) =>
        new Command("stop", "Asks runs at work to stop at their next page, whichever process they work in.") { Name, Wait }
        .Does(context, async (call, cancellationToken) =>
        {
            await using var runtime = call.OpenRuntime();
            var runs = await runtime.StopAsync(call.Get(Name)!, call.Get(Wait), cancellationToken);
            call.WriteAll(
                runs, RunLine.From, CliJson.Lines.RunLine, items => RunTable.History(items, context.Time), "Nothing is at work.");
            return ExitCodes.Finished;
        });
}
