using System.Globalization;
using PulpoSync.Benchmarks.Processes;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>Reads everything once more after the cursor was reset, though nothing has changed.</summary>
internal static class AgainScenario
{
    public static async Task<Report> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var plan = new WorldPlan(options.OrdersOf(20_000, 300));
        var (imports, again) = (new List<Usage>(), new List<Usage>());
        for (var i = 0; i < options.Repeats; i++)
        {
            await using var world = await ImportedWorld.BuildAsync(plan, TimeSpan.Zero, cancellationToken);
            imports.Add(await world.ImportAsync(cancellationToken));
            await world.Store.CallAsync(cancellationToken, "reset-cursor", plan.Name);
            again.Add(await world.ImportAsync(cancellationToken));
        }

        return new Report(
            string.Create(CultureInfo.InvariantCulture, $"{plan.Orders:N0} orders, imported and read again with the cursor reset"),
            UsageTable.Columns, [UsageTable.Row("import", imports), UsageTable.Row("again", again)],
            [new Measure("processor time of the second run ÷ the import's", UsageTable.Ratio(again, imports, usage => usage.Processor.TotalSeconds), 0.3, AtMost: true)]);
    }
}
