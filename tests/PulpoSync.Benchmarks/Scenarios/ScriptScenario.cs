using System.Globalization;
using System.Text.Json;
using PulpoSync.Benchmarks.Processes;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>A script as one would write it by hand (<c>Script/import-orders.ps1</c>), in a real PowerShell, beside the product.</summary>
internal static class ScriptScenario
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Script", "import-orders.ps1");

    public static async Task<Report> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        if (Executable.PowerShell is not { } pwsh) return Report.Without("there is no pwsh here");
        var (measures, rows) = (new List<Measure>(), new List<IReadOnlyList<string>>());
        foreach (var milliseconds in (int[])[0, 50])
        {
            var latency = TimeSpan.FromMilliseconds(milliseconds);
            var orders = options.OrdersOf(20_000, 300);
            var ours = orders / (await ImportedWorld.UsageAsync(new WorldPlan(orders), latency, cancellationToken)).Wall.TotalSeconds;
            var script = await ScriptAsync(pwsh, new WorldPlan(options.Size(300, 10)), latency, cancellationToken);
            rows.Add([$"{milliseconds} ms", Text(ours), Text(script)]);
            measures.Add(new Measure($"orders/s ÷ the script's at {milliseconds} ms", Spread.Of([ours / script]), 20, Format: "0.0"));
        }

        return new Report("Orders per second by pulposync run (its start included) and by a script written by hand (the start of PowerShell left out)", ["before each answer", "pulposync run", "script"], rows, measures);
    }

    private static async Task<double> ScriptAsync(Executable pwsh, WorldPlan plan, TimeSpan latency, CancellationToken cancellationToken)
    {
        await using var sandbox = await SandboxProcess.StartAsync(plan, latency, cancellationToken);
        string[] arguments =
        [
            "-NoProfile", "-NonInteractive", "-File", Script, "-Shop", $"{sandbox.Address}shopify/{plan.Name}", "-Token", Login.ShopToken,
            "-Pulpo", $"{sandbox.Address}pulpo/{plan.Name}", "-UserName", Login.UserName, "-Password", Login.Password,
        ];
        var (output, _) = await pwsh.RunAsync(new Dictionary<string, string>(), arguments, cancellationToken);
        await sandbox.DemandOrdersAsync(plan.Name, plan.Orders, cancellationToken);
        return plan.Orders / JsonDocument.Parse(output).RootElement.GetProperty("seconds").GetDouble();
    }

    private static string Text(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
