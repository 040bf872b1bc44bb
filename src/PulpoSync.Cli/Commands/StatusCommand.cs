using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;
using Spectre.Console;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync status [--check]</c></summary>
internal static class StatusCommand
{
    private static readonly Option<bool> Check = new("--check")
    {
        Description = "One line and exit code 0, 1 or 2, as monitoring systems expect; 3 where the store cannot be read.",
    };

    public static Command Create(CliContext context) => new Command("status", "How every integration stands.") { Check }
        .Does(context, async (call, _) =>
        {
            await using var runtime = call.OpenRuntime();
            return call.Get(Check) ? ShowHealth(call, runtime) : ShowAll(call, runtime.GetStatus());
        });

    private static int ShowAll(CliCall call, IReadOnlyList<IntegrationStatus> all)
    {
        call.WriteAll(
            all, StatusLine.From, CliJson.Lines.StatusLine, items => View(items, call.Context.Time),
            "There are no integrations yet; make some with 'pulposync import'.");
        return ExitCodes.Finished;
    }

    private static int ShowHealth(CliCall call, IPulpoSyncRuntime runtime)
    {
        var health = Health.Read(runtime, call.Context.Time.GetUtcNow());
        if (call.Json) call.WriteJson(new HealthLine(health.State, health.Message), CliJson.Lines.HealthLine);
        else call.Context.Out.WriteLine($"{health.State}: {health.Message}");
        return health.ExitCode;
    }

    private static Table View(IEnumerable<IntegrationStatus> all, TimeProvider time) => Tables.Of(
        all,
        ("Integration", s => s.Integration),
        ("Type", s => s.Type.ToStoredName()),
        ("Last run", s => Moments.Show(s.LastRun?.StartedAt, time)),
        ("Status", s => s.LastRun is { } run ? Words.Of(run.Status) : "-"),
        ("Lag", s => Moments.Show(s.Lag)),
        ("Waiting", s => Words.Of(s.Waiting)),
        ("Parked", s => Words.Of(s.Parked)),
        ("Next due", s => s.Enabled ? Moments.Show(s.NextDueAt, time) : "off"));
}
