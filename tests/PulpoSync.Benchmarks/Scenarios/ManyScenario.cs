using System.Globalization;
using PulpoSync.Benchmarks.Processes;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>Many stores on as many tenants that are due at the same time, beside what each of them takes by itself.</summary>
internal static class ManyScenario
{
    private const int ThrottleLimit = 16;
    private const int Orders = 20;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);

    public static async Task<Report> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var (stores, alone) = (options.Size(200, 16), options.Size(8, 1));
        var plans = Enumerable.Range(1, stores + alone).Select(number => new WorldPlan(Orders) { Name = $"store-{number}" }).ToList();
        await using var sandbox = await SandboxProcess.StartAsync(plans[0], Latency, cancellationToken);
        foreach (var plan in plans.Skip(1)) await sandbox.AddAsync(plan, cancellationToken);
        using var store = await TempStore.CreateAsync(plans, sandbox.Address, cancellationToken, "--skip-check");

        var singles = new List<double>();
        foreach (var plan in plans.Take(alone)) singles.Add((await store.RunAsync(cancellationToken, plan.Name)).Runs.Single().TotalSeconds);
        var (usage, runs) = await store.RunAsync(cancellationToken, "--due", "--throttle-limit", ThrottleLimit.ToString(CultureInfo.InvariantCulture));
        if (runs.Count != stores) throw new InvalidOperationException($"{runs.Count} of {stores} stores ran.");
        foreach (var plan in plans) await sandbox.DemandOrdersAsync(plan.Name, Orders, cancellationToken);

        var single = Spread.Of(singles);
        return new Report(
            string.Create(CultureInfo.InvariantCulture, $"{stores} stores on {stores} tenants, due at once, {Latency.TotalMilliseconds:0} ms before each answer, {ThrottleLimit} at a time, {Orders} new orders each"),
            UsageTable.Columns,
            [UsageTable.Row("all of them", [usage]), [string.Create(CultureInfo.InvariantCulture, $"one of them by itself ({alone} measured)"), single.ToText("0.00"), "", ""]],
            [new Measure("time ÷ the sum of the single runs' times", Spread.Of([usage.Wall.TotalSeconds / (single.Median * stores)]), 0.1, AtMost: true, "0.000")]);
    }
}
