using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;
using PulpoSync.Sandbox;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>
/// Counts the requests of a first import. A token is there already from the set-up; everything else that a run asks is counted, the checks before it
/// included.
/// </summary>
internal static class RequestsScenario
{
    private const int UsualOrders = 1000;

    public static async Task<IReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var plan = options.Plan(UsualOrders);
        return new RequestsReport(
            plan.Orders, await CountAsync(plan, cancellationToken),
            await CountAsync(plan with { MultiValueFilter = MultiValueFilter.Empty }, cancellationToken));
    }

    private static async Task<TrafficCounts> CountAsync(WorldPlan plan, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(plan, recordTo: null, cancellationToken);
        using var store = await TempStore.CreateAsync(plan, sandbox.Address, cancellationToken);
        await sandbox.ForgetTrafficAsync(cancellationToken);
        await Measurement.ImportAsync(plan, sandbox, store, cancellationToken);
        return await sandbox.TrafficAsync(cancellationToken);
    }
}
