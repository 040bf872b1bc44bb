using System.Text.Json.Serialization;

namespace PulpoSync.Benchmarks.Reports;

/// <summary>What a scenario has found. Its properties are what machines read.</summary>
/// <param name="Title">What was done, in one line.</param>
/// <param name="Columns">Heads of a table for people.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Measures">The figures.</param>
internal sealed record Report(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<Measure> Measures)
{
    /// <summary>Name of the scenario.</summary>
    [JsonPropertyOrder(-1)]
    public string Scenario { get; init; } = "";

    /// <summary>Why nothing was measured; null: it was.</summary>
    public string? LeftOut { get; init; }

    /// <summary>What failed; null: nothing.</summary>
    public string? Failed { get; init; }

    /// <summary>A scenario that needs what is not here.</summary>
    public static Report Without(string reason) => new("", [], [], []) { LeftOut = reason };

    /// <summary>A scenario that did not come to its end.</summary>
    public static Report Of(Exception fault) => new("", [], [], []) { Failed = fault.Message };
}
