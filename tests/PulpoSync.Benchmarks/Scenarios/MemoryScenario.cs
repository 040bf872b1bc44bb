using System.Globalization;
using PulpoSync.Benchmarks.Processes;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>Peak memory of two imports, one twenty times as large as the other: where the ratio is near one, a store of any size fits.</summary>
internal static class MemoryScenario
{
    public static async Task<Report> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var large = new WorldPlan(options.OrdersOf(200_000, 1000));
        var small = large with { Orders = large.Orders / 20 };
        var usages = (Small: await ImportedWorld.UsageAsync(small, TimeSpan.Zero, cancellationToken), Large: await ImportedWorld.UsageAsync(large, TimeSpan.Zero, cancellationToken));
        return new Report(
            "Memory of a small and a large import", UsageTable.Columns,
            [
                UsageTable.Row(string.Create(CultureInfo.InvariantCulture, $"{small.Orders:N0} orders"), [usages.Small]),
                UsageTable.Row(string.Create(CultureInfo.InvariantCulture, $"{large.Orders:N0} orders"), [usages.Large]),
            ],
            [new Measure("peak memory of the large import ÷ the small one's", UsageTable.Ratio([usages.Large], [usages.Small], usage => usage.PeakBytes), 1.2, AtMost: true)]);
    }
}
