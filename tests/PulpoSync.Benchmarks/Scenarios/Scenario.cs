using PulpoSync.Benchmarks.Reports;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>Something that can be measured.</summary>
/// <param name="Name">Its command.</param>
/// <param name="Description">What it measures.</param>
/// <param name="RunAsync">Measures.</param>
internal sealed record Scenario(string Name, string Description, Func<BenchmarkOptions, CancellationToken, Task<Report>> RunAsync)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("requests", "HTTP requests for new orders, counted by the sandbox.", RequestsScenario.RunAsync),
        new("import", "A first import beside a bare loop that sends the same requests.", ImportScenario.RunAsync),
        new("import-50ms", "The same with 50 ms before each answer.", ImportScenario.RunSlowAsync),
        new("script", "The same by a script written by hand, in PowerShell.", ScriptScenario.RunAsync),
        new("again", "Read again with the cursor reset, nothing changed.", AgainScenario.RunAsync),
        new("memory", "Peak memory of a small and a large import.", MemoryScenario.RunAsync),
        new("ledger", "The same run with few and with many records behind it.", LedgerScenario.RunAsync),
        new("due", "A scheduled start that finds nothing due, with one and with many integrations.", DueScenario.RunAsync),
        new("many", "Many stores that are due at once.", ManyScenario.RunAsync),
        new("shopify-limit", "How much of Shopify's points is used, in virtual time.", LimitScenarios.ShopifyAsync),
        new("billbee-limit", "How much of Billbee's limit is used, in virtual time.", LimitScenarios.BillbeeAsync),
        new("module", "Import-Module and the first cmdlet, in new PowerShells.", ModuleScenario.RunAsync),
    ];
}
