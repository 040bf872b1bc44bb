using PulpoSync.Benchmarks.Processes;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>The same run with a short and with a long history behind it.</summary>
internal static class LedgerScenario
{
    private const int Few = 1000;
    private const int Many = 1_000_000;
    private const int New = 100;
    private const double Target = 1.15;

    public static async Task<IReport> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var many = options.Short ? Many / 100 : Many;
        await using var small = await History.CreateAsync(options.Plan(Few) with { Orders = Few }, Few, cancellationToken);
        await using var large = await History.CreateAsync(options.Plan(Few) with { Orders = Few }, many, cancellationToken);
        var report = new PairReport("ledger", $"A run of {New} new orders", "records in the ledger", Few, many) { Measure = PairReport.Wall, Target = Target };
        await report.AlternateAsync(options.Repeats * 3, () => small.RunAsync(cancellationToken), () => large.RunAsync(cancellationToken));
        return report;
    }

    /// <summary>A world whose store has a past.</summary>
    private sealed class History(WorldPlan plan, SandboxProcess sandbox, TempStore store) : IAsyncDisposable
    {
        private int _rounds;

        public static async Task<History> CreateAsync(WorldPlan plan, int records, CancellationToken cancellationToken)
        {
            var sandbox = await SandboxProcess.StartAsync(plan, recordTo: null, cancellationToken);
            var store = await TempStore.CreateAsync(plan, sandbox.Address, cancellationToken);
            await Measurement.ImportAsync(plan, sandbox, store, cancellationToken);
            new Ballast(store.Path).Fill(records);
            return new History(plan, sandbox, store);
        }

        public async Task<Usage> RunAsync(CancellationToken cancellationToken)
        {
            await sandbox.SellAsync(plan.Later(New, _rounds++), cancellationToken);
            var usage = await store.ImportAsync(cancellationToken);
            var (delivered, due) = (await sandbox.DeliveredAsync(cancellationToken), plan.Orders + (New * _rounds));
            return delivered == due ? usage : throw new InvalidOperationException($"{delivered} of {due} orders arrived.");
        }

        public async ValueTask DisposeAsync()
        {
            store.Dispose();
            await sandbox.DisposeAsync();
        }
    }
}
