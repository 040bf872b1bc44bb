using System.Globalization;
using System.Text.Json.Serialization;
using PulpoSync.Benchmarks.Processes;
using Spectre.Console;

namespace PulpoSync.Benchmarks.Reports;

/// <summary>A first import beside the bare loop, each several times in turn.</summary>
/// <param name="Orders">Orders imported.</param>
/// <param name="Requests">Requests that either sends.</param>
/// <param name="MaxConcurrency">The greatest number of requests that the import had under way.</param>
/// <param name="Imports">What <c>pulposync run</c> used.</param>
/// <param name="Floors">What the bare loop used.</param>
internal sealed record ImportReport(int Orders, int Requests, int MaxConcurrency, IReadOnlyList<Usage> Imports, IReadOnlyList<Usage> Floors) : IReport
{
    [JsonPropertyOrder(-1)]
    public string Scenario => "import";

    /// <summary>Orders per second of the import, start and end of its process included.</summary>
    public Spread OrdersPerSecond => Spread.Of(Imports.Select(usage => Orders / usage.Wall.TotalSeconds));

    /// <summary>Orders per second of the bare loop.</summary>
    public Spread FloorOrdersPerSecond => Spread.Of(Floors.Select(usage => Orders / usage.Wall.TotalSeconds));

    /// <summary>How many times longer the import takes.</summary>
    public Spread TimeRatio => Ratio(usage => usage.Wall.TotalSeconds);

    /// <summary>How many times more processor time the import takes.</summary>
    public Spread ProcessorRatio => Ratio(usage => usage.Processor.TotalSeconds);

    public void Show(IAnsiConsole console)
    {
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Import of {Orders:N0} orders, {Requests:N0} requests, {Imports.Count} times; median (least–greatest)"));
        var table = new Table();
        table.AddColumn("").AddColumn("orders/s").AddColumn("time, s").AddColumn("processor, s").AddColumn("peak memory, MB");
        table.AddRow("pulposync run", OrdersPerSecond.ToText("0"), Seconds(Imports, u => u.Wall), Seconds(Imports, u => u.Processor), Megabytes(Imports));
        table.AddRow("bare loop", FloorOrdersPerSecond.ToText("0"), Seconds(Floors, u => u.Wall), Seconds(Floors, u => u.Processor), Megabytes(Floors));
        table.AddRow("ratio", "", TimeRatio.ToText("0.00"), ProcessorRatio.ToText("0.00"), Ratio(usage => usage.PeakBytes).ToText("0.00"));
        console.Write(table);
    }

    // Each with the one that ran next to it.
    private Spread Ratio(Func<Usage, double> of) => Spread.Of(Imports.Zip(Floors, (import, floor) => of(import) / of(floor)));

    private static string Seconds(IReadOnlyList<Usage> usages, Func<Usage, TimeSpan> of) => Spread.Of(usages.Select(usage => of(usage).TotalSeconds)).ToText("0.0");

    private static string Megabytes(IReadOnlyList<Usage> usages) => Spread.Of(usages.Select(usage => usage.PeakBytes / 1e6)).ToText("0");
}
