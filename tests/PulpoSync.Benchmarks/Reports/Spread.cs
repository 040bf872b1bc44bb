using System.Globalization;

namespace PulpoSync.Benchmarks.Reports;

/// <summary>Several measurements of one thing: how far they lie apart is the machine's noise.</summary>
internal sealed record Spread(double Min, double Median, double Max)
{
    /// <summary>The spread of some measurements.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return new Spread(sorted[0], sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, sorted[^1]);
    }

    /// <summary>The median, and where they differ least and greatest: <c>12.3 (12.1–12.9)</c>.</summary>
    public string ToText(string format)
    {
        var (min, median, max) = (Text(Min), Text(Median), Text(Max));
        return min == max ? median : $"{median} ({min}–{max})";

        string Text(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
