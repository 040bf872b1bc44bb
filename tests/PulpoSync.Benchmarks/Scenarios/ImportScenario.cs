using System.Globalization;
using PulpoSync.Benchmarks.Floor;
using PulpoSync.Benchmarks.Processes;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>
/// A first import by <c>pulposync run</c>, and the same requests sent by a bare loop to an identical world. Import and loop take turns, so that a busy
/// machine slows both.
/// </summary>
internal static class ImportScenario
{
    public static Task<Report> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken) => RunAsync(options, TimeSpan.Zero, 0.8, cancellationToken);

    public static Task<Report> RunSlowAsync(BenchmarkOptions options, CancellationToken cancellationToken) =>
        RunAsync(options, TimeSpan.FromMilliseconds(50), 0.95, cancellationToken);

    private static async Task<Report> RunAsync(BenchmarkOptions options, TimeSpan latency, double target, CancellationToken cancellationToken)
    {
        var plan = new WorldPlan(options.OrdersOf(20_000, 300));
        var folder = Directory.CreateTempSubdirectory("pulposync-bench-");
        try
        {
            var (lanes, counts) = await RecordAsync(plan, Path.Combine(folder.FullName, "traffic.jsonl"), cancellationToken);
            var (imports, floors) = (new List<Usage>(), new List<Usage>());
            for (var i = 0; i < options.Repeats; i++)
            {
                imports.Add(await ImportedWorld.UsageAsync(plan, latency, cancellationToken));
                floors.Add(await ReplayAsync(plan, latency, lanes, cancellationToken));
            }

            return new Report(
                string.Create(CultureInfo.InvariantCulture, $"Import of {plan.Orders:N0} new orders, {counts.Total:N0} requests, {latency.TotalMilliseconds:0} ms before each answer"),
                UsageTable.Columns, [UsageTable.Row("pulposync run", imports), UsageTable.Row("bare loop", floors)],
                [
                    new Measure("orders/s ÷ the bare loop's", UsageTable.Ratio(floors, imports, usage => usage.Wall.TotalSeconds), target),
                    new Measure("orders/s", Spread.Of(imports.Select(usage => plan.Orders / usage.Wall.TotalSeconds)), Format: "0"),
                    new Measure("processor time ÷ the bare loop's", UsageTable.Ratio(imports, floors, usage => usage.Processor.TotalSeconds)),
                ]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Recording slows the sandbox, so that this run is not measured. What is sent does not depend on the latency.
    private static async Task<(IReadOnlyList<string> Lanes, TrafficCounts Counts)> RecordAsync(WorldPlan plan, string recording, CancellationToken cancellationToken)
    {
        await using var world = await ImportedWorld.BuildAsync(plan, TimeSpan.Zero, cancellationToken, recording);
        var before = Recording.Length(recording);
        var counts = await world.CountAsync(cancellationToken);
        return (Recording.Split(recording, before), counts);
    }

    private static async Task<Usage> ReplayAsync(WorldPlan plan, TimeSpan latency, IReadOnlyList<string> lanes, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(plan, latency, cancellationToken);
        var (_, usage) = await Executable.Self.RunAsync(
            new Dictionary<string, string>(), ["replay", sandbox.Address.ToString(), plan.Name, .. lanes], cancellationToken);
        return usage;
    }
}
