using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync log [NAME]</c></summary>
internal static class LogCommand
{
    private static readonly Argument<string?> Name = NameArguments.Optional("Integration, with wildcards.");
    private static readonly Option<long?> Run = new("--run") { Description = "Only this run.", HelpName = "ID" };
    private static readonly Option<string?> Record = new("--record") { Description = "Only this record, by number or SKU.", HelpName = "NUMBER" };
    private static readonly Option<LogLevel> Level = new("--level") { Description = "This weight and heavier." };
    private static readonly Option<int> Last = new("--last")
    {
        Description = "At most so many of the newest.", HelpName = "N", DefaultValueFactory = _ => 200,
    };

    public static Command Create(CliContext context)
    {
        var since = new Option<DateTimeOffset?>("--since")
        {
            Description = "Since then (2026-11-01, 2h).", HelpName = "TIME", CustomParser = result => Moments.ReadMoment(result, context.Time),
        };
        return new Command("log", "What happened, oldest first.") { Name, Run, Record, Level, since, Last }.Does(context, async (call, _) =>
        {
            await using var runtime = call.OpenRuntime();
            var entries = runtime.GetLog(
                new LogQuery(call.Get(Name), call.Get(Run), call.Get(Record), call.Get(Level), call.Get(since), call.Get(Last)));
            call.WriteAll(
                entries, entry => entry, CliJson.Lines.IntegrationLogEntry,
                items => Tables.Of(
                    items,
                    ("Time", e => Moments.Show(e.At, context.Time)),
                    ("Level", e => e.Level.ToString()),
                    ("Integration", e => e.Integration ?? ""),
                    ("Record", e => e.Number ?? ""),
                    ("Outcome", e => e.Outcome?.ToString() ?? ""),
                    ("Code", e => e.Code),
                    ("Message", e => e.Message)),
                "The log has no such lines.");
            return ExitCodes.Finished;
        });
    }
}
