using PulpoSync.Benchmarks.Reports;

namespace PulpoSync.Benchmarks.Processes;

/// <summary>What processes used, several times each, for people.</summary>
internal static class UsageTable
{
    /// <summary>Heads of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["", "time, s", "processor, s", "peak memory, MB"];

    /// <summary>A row.</summary>
    public static IReadOnlyList<string> Row(string name, IReadOnlyList<Usage> usages) =>
    [
        name, Spread.Of(usages.Select(usage => usage.Wall.TotalSeconds)).ToText("0.00"),
        Spread.Of(usages.Select(usage => usage.Processor.TotalSeconds)).ToText("0.00"), Spread.Of(usages.Select(usage => usage.PeakBytes / 1e6)).ToText("0"),
    ];

    /// <summary>How one thing is to another, each with the one that ran next to it.</summary>
    public static Spread Ratio(IReadOnlyList<Usage> these, IReadOnlyList<Usage> those, Func<Usage, double> of) =>
        Spread.Of(these.Zip(those, (one, other) => of(one) / of(other)));
}
