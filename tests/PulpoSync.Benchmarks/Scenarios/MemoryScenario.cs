using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>Peak memory of two imports, one ten times as large as the other: where the ratio is near one, a store of any size fits.</summary>
internal static class MemoryScenario
{
    private const int UsualOrders = 20_000;

    public static async Task<IReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var large = options.Plan(UsualOrders);
        var small = large with { Orders = large.Orders / 10 };
        return new MemoryReport(
            small.Orders, large.Orders, await PeakAsync(small, options, cancellationToken), await PeakAsync(large, options, cancellationToken));
    }

    private static async Task<Spread> PeakAsync(WorldPlan plan, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var peaks = new List<double>();
        for (var i = 0; i < options.Repeats; i++) peaks.Add((await Measurement.ImportAsync(plan, cancellationToken)).PeakBytes);
        return Spread.Of(peaks);
    }
}
