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
    private const int UsualOrders = 20_000;

    public static async Task<IReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var plan = options.Plan(UsualOrders);
        var folder = Directory.CreateTempSubdirectory("pulposync-bench-");
        try
        {
            var (lanes, counts) = await RecordAsync(plan, Path.Combine(folder.FullName, "traffic.jsonl"), cancellationToken);
            var (imports, floors) = (new List<Usage>(), new List<Usage>());
            for (var i = 0; i < options.Repeats; i++)
            {
                imports.Add(await Measurement.ImportAsync(plan, cancellationToken));
                floors.Add(await ReplayAsync(plan, lanes, cancellationToken));
            }

            return new ImportReport(plan.Orders, counts.Total, counts.MaxConcurrency, imports, floors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Recording slows the sandbox, so that this run is not measured.
    private static async Task<(IReadOnlyList<string> Lanes, TrafficCounts Counts)> RecordAsync(
        WorldPlan plan, string recording, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(plan, recording, cancellationToken);
        using var store = await TempStore.CreateAsync(plan, sandbox.Address, cancellationToken);
        await sandbox.ForgetTrafficAsync(cancellationToken);
        var before = Recording.Length(recording);
        await Measurement.ImportAsync(plan, sandbox, store, cancellationToken);
        var counts = await sandbox.TrafficAsync(cancellationToken);
        return (Recording.Split(recording, before, counts.MaxConcurrency), counts);
    }

    private static async Task<Usage> ReplayAsync(WorldPlan plan, IReadOnlyList<string> lanes, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(plan, recordTo: null, cancellationToken);
        var (_, usage) = await Executable.Self.RunAsync(
            new Dictionary<string, string>(), ["replay", sandbox.Address.ToString(), .. lanes], cancellationToken);
        return usage;
    }
}
