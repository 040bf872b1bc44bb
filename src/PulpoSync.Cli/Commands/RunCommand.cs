using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync run NAME… | --due</c></summary>
internal static class RunCommand
{
    private const string NothingNamed = "Name an integration, or give --due. 'pulposync status' shows all.";

    private static readonly Argument<string[]> Names = NameArguments.Any("Integrations, with wildcards (* and ?).");
    private static readonly Option<bool> Due = new("--due") { Description = "Only what is due; without names, of all integrations." };
    private static readonly Option<bool> Preview = new("--preview") { Description = "Write nothing, tell what would happen." };
    private static readonly Option<string[]> Record = new("--record")
    {
        Description = "Only this record, by number or SKU; may be repeated.", HelpName = "NUMBER",
    };

    private static readonly Option<bool> Full = new("--full")
    {
        Description = "Read the source from its start, and compare everything with what is really at the destination.",
    };

    private static readonly Option<bool> RetryFailed = new("--retry-failed") { Description = "Try failed records again before their time." };
    private static readonly Option<bool> Recreate = new("--recreate")
    {
        Description = "With --record: make again what was cancelled at the destination alone.",
    };

    private static readonly Option<int> ThrottleLimit = new("--throttle-limit")
    {
        Description = "How many run at a time.", HelpName = "N", DefaultValueFactory = _ => 4,
        Validators = { result => { if (result.GetValueOrDefault<int>() < 1) result.AddError("--throttle-limit must be at least 1."); } },
    };

    public static Command Create(CliContext context)
    {
        var since = new Option<DateTimeOffset?>("--since")
        {
            Description = "Read changes since then (2026-11-01, 7d) instead of since the last run.", HelpName = "TIME",
            CustomParser = result => Moments.ReadMoment(result, context.Time),
        };
        var maxDuration = new Option<TimeSpan?>("--max-duration")
        {
            Description = "Stop in good order after this time (15m, 2h).", HelpName = "TIME", CustomParser = Moments.ReadDuration,
        };
        var command = new Command("run", "Runs integrations.")
        {
            Names, Due, Preview, Record, since, Full, RetryFailed, Recreate, maxDuration, ThrottleLimit,
        };
        command.Validators.Add(result =>
        {
            // Asking for the values of Names here would keep its own validators from being asked.
            if (result.GetResult(Names) is not { Tokens.Count: > 0 } && !result.GetValue(Due)) result.AddError(NothingNamed);
            if (result.GetValue(Recreate) && result.GetValue(Record) is not { Length: > 0 }) result.AddError("--recreate needs --record.");
            var narrower = result.GetResult(since) is not null ? since.Name : result.GetValue(Record) is { Length: > 0 } ? Record.Name : null;
            if (result.GetValue(Full) && narrower is not null)
            {
                result.AddError($"--full reads everything, so it does not go together with {narrower}. Leave one of them out.");
            }
        });
        return command.Does(context, (call, cancellationToken) => RunAsync(
            call,
            new StartRequest
            {
                Names = call.Get(Names) ?? [],
                Due = call.Get(Due),
                Preview = call.Get(Preview),
                Records = call.Get(Record) ?? [],
                Since = call.Get(since),
                Full = call.Get(Full),
                RetryFailed = call.Get(RetryFailed),
                Recreate = call.Get(Recreate),
                MaxDuration = call.Get(maxDuration),
                ThrottleLimit = call.Get(ThrottleLimit),
            },
            cancellationToken));
    }

    private static async Task<int> RunAsync(CliCall call, StartRequest request, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        var result = new RunResult(named: request.Names.Count > 0);
        await RunViews.For(call).ShowAsync(result.Watch(runtime.StartAsync(request, cancellationToken), CancellationToken.None));
        if (!call.Json) ShowSummary(call, result);
        return cancellationToken.IsCancellationRequested ? ExitCodes.Worst(result.ExitCode, ExitCodes.Partially) : result.ExitCode;
    }

    private static void ShowSummary(CliCall call, RunResult result)
    {
        if (result.Runs.Count == 0)
        {
            call.Context.Out.WriteLine("Nothing was run.");
            return;
        }

        call.Context.Console.Write(RunTable.Summary(result.Runs));
        foreach (var run in result.Runs.Where(run => run.Status is RunStatus.Failed))
        {
            var why = run.Error?.Message ?? $"pulposync log \"{run.Integration}\" tells why.";
            call.WriteError(ErrorIds.RunFailed, $"{run.Integration} failed. {why}", run.Integration);
        }
    }
}
