using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync runs [NAME]</c></summary>
internal static class RunsCommand
{
    private static readonly Argument<string?> Name = NameArguments.Optional("Integration, with wildcards.");
    private static readonly Option<int> Last = new("--last") { Description = "At most so many.", HelpName = "N", DefaultValueFactory = _ => 50 };

    public static Command Create(CliContext context)
    {
        var since = new Option<DateTimeOffset?>("--since")
        {
            Description = "Started since then (2026-11-01, 2h).", HelpName = "TIME",
            CustomParser = result => Moments.ReadMoment(result, context.Time),
        };
        return new Command("runs", "Past runs, newest first.") { Name, Last, since }.Does(context, async (call, _) =>
        {
            await using var runtime = call.OpenRuntime();
            call.WriteAll(
                runtime.GetRuns(new RunQuery(call.Get(Name), call.Get(Last), call.Get(since))), RunLine.From, CliJson.Lines.RunLine,
                runs => RunTable.History(runs, context.Time), "There were no such runs.");
            return ExitCodes.Finished;
        });
    }
}
