using System.Globalization;
using PulpoSync.Benchmarks.Processes;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>The same small run with little and with much behind it: records in the ledger, and as many outcomes in the log.</summary>
internal static class LedgerScenario
{
    private const int Few = 1000;
    private const int OrdersOfARun = 100;

    // Copies of a record that was written and of its outcome, in the order in which time would have made them.
    private const string Fill =
        """
        PRAGMA synchronous = OFF;
        PRAGMA cache_size = -400000;
        BEGIN;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
        INSERT INTO ledger (route_id, source_key, part, state, number, ordinal, owner_id, operation, hash, destination_id, held, locked, fingerprint, attempts,
                            acknowledgement_due, first_seen_at, changed_at, bare_number, bare_key)
        SELECT route_id, 'gid://shopify/Order/9' || printf('%09d', i), part, state, 'A' || i, ordinal, owner_id, operation, hash, destination_id, held, locked,
               fingerprint, attempts, acknowledgement_due, first_seen_at + i - $count, changed_at + i - $count, 'A' || i, '9' || printf('%09d', i)
        FROM (SELECT * FROM ledger LIMIT 1), n;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count)
        INSERT INTO log (at, level, integration_id, run_id, code, message, outcome, source_key, number, bare_number, bare_key)
        SELECT at + i - $count, level, integration_id, run_id, code, message, outcome, 'gid://shopify/Order/9' || printf('%09d', i), 'A' || i, 'A' || i,
               '9' || printf('%09d', i)
        FROM (SELECT * FROM log WHERE outcome = 'Created' LIMIT 1), n;
        COMMIT;
        """;

    public static async Task<Report> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var many = options.Size(1_000_000, 5000);
        await using var small = await BehindAsync(Few, cancellationToken);
        await using var large = await BehindAsync(many, cancellationToken);
        var (fast, slow) = (new List<Usage>(), new List<Usage>());
        // The first pair only warms the machine's caches up.
        for (var run = 0; run <= options.Size(5, 1); run++)
        {
            var pair = (await small.RunAsync(run, cancellationToken), await large.RunAsync(run, cancellationToken));
            if (run == 0) continue;
            fast.Add(pair.Item1);
            slow.Add(pair.Item2);
        }

        return new Report(
            string.Create(CultureInfo.InvariantCulture, $"A run of {OrdersOfARun} new orders with records in the ledger and as many outcomes in the log"),
            UsageTable.Columns,
            [UsageTable.Row($"{Few:N0} records", fast), UsageTable.Row(string.Create(CultureInfo.InvariantCulture, $"{many:N0} records"), slow)],
            [new Measure("time with many ÷ with few", UsageTable.Ratio(slow, fast, usage => usage.Wall.TotalSeconds), 1.15, AtMost: true)]);
    }

    private static async Task<Behind> BehindAsync(int records, CancellationToken cancellationToken)
    {
        var plan = new WorldPlan(OrdersOfARun);
        var sandbox = await SandboxProcess.StartAsync(plan, TimeSpan.Zero, cancellationToken);
        var store = await TempStore.CreateAsync(plan, sandbox.Address, cancellationToken);
        await store.RunAsync(cancellationToken, plan.Name);
        store.Execute(Fill, ("$count", records));
        return new Behind(plan, sandbox, store);
    }

    private sealed class Behind(WorldPlan plan, SandboxProcess sandbox, TempStore store) : IAsyncDisposable
    {
        public async Task<Usage> RunAsync(int number, CancellationToken cancellationToken)
        {
            // A quarter of an hour apart: what the cursor's overlap reads again stays out of it.
            await sandbox.AddOrdersAsync(
                plan with { From = DateTimeOffset.UtcNow.AddHours(-6).AddMinutes(15 * number), Spread = TimeSpan.FromMinutes(1) }, cancellationToken);
            var (usage, _) = await store.RunAsync(cancellationToken, plan.Name);
            await sandbox.DemandOrdersAsync(plan.Name, OrdersOfARun * (number + 2), cancellationToken);
            return usage;
        }

        public async ValueTask DisposeAsync()
        {
            await sandbox.DisposeAsync();
            store.Dispose();
        }
    }
}
