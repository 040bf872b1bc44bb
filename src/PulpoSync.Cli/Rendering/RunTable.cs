using PulpoSync.Cli.Hosting;
using Spectre.Console.Rendering;

namespace PulpoSync.Cli.Rendering;

/// <summary>Runs in a table.</summary>
internal static class RunTable
{
    /// <summary>At the end of <c>run</c>: what each one did.</summary>
    public static IRenderable Summary(IEnumerable<IntegrationRun> runs) => Tables.Of(runs, [("Integration", run => run.Integration), .. Counts]);

    /// <summary>For <c>runs</c>: also when and why.</summary>
    public static IRenderable History(IEnumerable<IntegrationRun> runs, TimeProvider time) => Tables.Of(
        runs,
        [
            ("Run", run => run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Integration", run => run.Integration),
            ("Started", run => Moments.Show(run.StartedAt, time)), ("Trigger", run => run.Trigger), .. Counts,
            ("Error", run => run.Error?.ToString() ?? ""),
        ]);

    private static (string, Func<IntegrationRun, string>)[] Counts { get; } =
    [
        ("Status", run => Words.Of(run.Status)),
        ("Read", run => Words.Of(run.Counts.Read)),
        ("Created", run => Words.Of(run.Counts.Created)),
        ("Updated", run => Words.Of(run.Counts.Updated)),
        ("Cancelled", run => Words.Of(run.Counts.Cancelled)),
        ("Unchanged", run => Words.Of(run.Counts.Unchanged)),
        ("Skipped", run => Words.Of(run.Counts.Skipped)),
        ("Failed", run => Words.Of(run.Counts.Failed)),
        ("Parked", run => Words.Of(run.Counts.Parked)),
        ("Duration", run => Moments.Show(run.Duration)),
    ];
}
