using System.Globalization;

namespace PulpoSync.Benchmarks.Reports;

/// <summary>A figure, and what it is to be.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure.</param>
/// <param name="Target">What it is to reach; null: it is only told.</param>
/// <param name="AtMost">True where the target is the greatest value that is still well.</param>
/// <param name="Format">How it is written.</param>
internal sealed record Measure(string Name, Spread Value, double? Target = null, bool AtMost = false, string Format = "0.00")
{
    /// <summary>True where the target is reached; null where there is none.</summary>
    public bool? IsMet => Target is { } target ? (AtMost ? Value.Median <= target : Value.Median >= target) : null;

    /// <summary>The target for people.</summary>
    public string TargetText => Target is { } target ? $"{(AtMost ? "≤" : "≥")} {target.ToString(Format, CultureInfo.InvariantCulture)}" : "told";

    /// <summary>The figure for people.</summary>
    public string ValueText => Value.ToText(Format);

    /// <summary>Whether it is as it is to be, for people.</summary>
    public string Verdict => IsMet switch { true => "met", false => "missed", null => "" };

    /// <summary>A figure that is only told.</summary>
    public static Measure Told(string name, double value, string format = "0.00") => new(name, Spread.Of([value]), Format: format);
}
