using System.Globalization;
using PulpoSync.Benchmarks.Processes;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>What a scheduled task costs that finds nothing to do: by far the most frequent of all starts.</summary>
internal static class DueScenario
{
    public static async Task<Report> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var many = options.Size(1000, 50);
        using var one = await StoreAsync(1, cancellationToken);
        using var all = await StoreAsync(many, cancellationToken);
        var (small, large) = (new List<Usage>(), new List<Usage>());
        for (var i = 0; i < options.Size(9, 1); i++)
        {
            small.Add(await one.CallAsync(cancellationToken, "run", "--due"));
            large.Add(await all.CallAsync(cancellationToken, "run", "--due"));
        }

        return new Report(
            "pulposync run --due, with nothing due", UsageTable.Columns,
            [UsageTable.Row("1 integration", small), UsageTable.Row(string.Create(CultureInfo.InvariantCulture, $"{many:N0} integrations"), large)],
            [new Measure("processor time with many ÷ with one", Spread.Of([Median(large) / Median(small)]), 1.2, AtMost: true)]);
    }

    private static double Median(List<Usage> usages) => Spread.Of(usages.Select(usage => usage.Processor.TotalSeconds)).Median;

    private static async Task<TempStore> StoreAsync(int integrations, CancellationToken cancellationToken)
    {
        var plans = Enumerable.Range(1, integrations).Select(number => new WorldPlan(1) { Name = $"store-{number}" }).ToList();
        // Nothing is due, so that nobody is asked: there need not be anybody.
        var store = await TempStore.CreateAsync(plans, new Uri("http://127.0.0.1:9/"), cancellationToken, "--skip-check");
        store.Execute("UPDATE integrations SET next_due_at = $later", ("$later", DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeMilliseconds()));
        return store;
    }
}
