using System.Globalization;
using System.Text.Json.Serialization;
using PulpoSync.Benchmarks.Processes;
using Spectre.Console;

namespace PulpoSync.Benchmarks.Reports;

/// <summary>One process beside the same one with more behind it; the two take turns, so that a busy machine slows both.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="What">What is done.</param>
/// <param name="Of">What there is less or more of.</param>
/// <param name="Small">How much of it in the one.</param>
/// <param name="Large">How much of it in the other.</param>
internal sealed record PairReport([property: JsonPropertyOrder(-1)] string Scenario, string What, string Of, int Small, int Large) : IReport
{
    /// <summary>Compares time by the clock.</summary>
    public const string Wall = "time";

    /// <summary>Compares time of the processor.</summary>
    public const string Processor = "processor";

    /// <summary>What the target is for: <see cref="Wall"/> or <see cref="Processor"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>The greatest ratio that is good.</summary>
    public required double Target { get; init; }

    /// <summary>What the small one used, each time.</summary>
    public List<Usage> Smalls { get; } = [];

    /// <summary>What the large one used, each time.</summary>
    public List<Usage> Larges { get; } = [];

    /// <summary>The greater by the smaller: medians, because a single short process is mostly noise.</summary>
    public double Ratio => RatioOf(Measure == Wall ? usage => usage.Wall.TotalSeconds : usage => usage.Processor.TotalSeconds);

    /// <summary>Measures both in turn; the first time of each, in which files come into memory, does not count.</summary>
    public async Task AlternateAsync(int repeats, Func<Task<Usage>> small, Func<Task<Usage>> large)
    {
        _ = await small();
        _ = await large();
        for (var i = 0; i < repeats; i++)
        {
            Smalls.Add(await small());
            Larges.Add(await large());
        }
    }

    public void Show(IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{What}, {Smalls.Count} times each; median (least–greatest)"));
        var table = new Table();
        table.AddColumn(Of).AddColumn("time, s").AddColumn("processor, s").AddColumn("peak memory, MB");
        foreach (var (count, usages) in new[] { (Small, Smalls), (Large, Larges) })
        {
            table.AddRow(
                count.ToString("N0", CultureInfo.InvariantCulture), Text(usages, usage => usage.Wall.TotalSeconds), Text(usages, usage => usage.Processor.TotalSeconds),
                Spread.Of(usages.Select(usage => usage.PeakBytes / 1e6)).ToText("0"));
        }

        table.AddRow("ratio", Text(RatioOf(usage => usage.Wall.TotalSeconds)), Text(RatioOf(usage => usage.Processor.TotalSeconds)), Text(RatioOf(usage => usage.PeakBytes)));
        console.Write(table);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Target: {Measure} at most {Target:0.00}; it is {Ratio:0.00}."));
    }

    private double RatioOf(Func<Usage, double> of) => Spread.Of(Larges.Select(of)).Median / Spread.Of(Smalls.Select(of)).Median;

    private static string Text(IReadOnlyList<Usage> usages, Func<Usage, double> of) => Spread.Of(usages.Select(of)).ToText("0.00");

    private static string Text(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
