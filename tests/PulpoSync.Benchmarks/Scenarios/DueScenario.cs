using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>What a scheduled task does most of the time: it looks, and nothing is due.</summary>
internal static class DueScenario
{
    private const int Many = 1000;
    private const double Target = 1.2;

    // Nobody listens there, and nobody is asked.
    private static readonly Uri Nowhere = new("http://127.0.0.1:1/");

    public static async Task<IReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var many = options.Short ? Many / 10 : Many;
        using var one = await CreateAsync(1, cancellationToken);
        using var all = await CreateAsync(many, cancellationToken);
        var report = new PairReport("due", "A check in which nothing is due", "integrations", 1, many) { Measure = PairReport.Processor, Target = Target };
        // Short processes are noisy: more of them.
        await report.AlternateAsync(options.Repeats * 3, () => one.RunDueAsync(cancellationToken), () => all.RunDueAsync(cancellationToken));
        return report;
    }

    private static async Task<TempStore> CreateAsync(int integrations, CancellationToken cancellationToken)
    {
        var store = await TempStore.CreateAsync(Setup.Many(integrations, Nowhere, DateTimeOffset.UtcNow), ["--skip-check"], cancellationToken);
        new Ballast(store.Path).Postpone();
        return store;
    }
}
