namespace PulpoSync.Torture;

/// <summary>What a torture has found.</summary>
/// <param name="Figures">All of it in one line.</param>
/// <param name="Findings">What was lost, doubled or leaked, or is otherwise not as it has to be; empty where all is well.</param>
/// <param name="Table">The same for people, as Markdown, for <see cref="Reports.ReliabilityPage"/>.</param>
internal sealed record Verdict(string Figures, IReadOnlyList<string> Findings, string Table)
{
    /// <summary>A part of the page that needs no run, by its name, for whoever publishes; null: none.</summary>
    public (string Name, string Content)? Beside { get; init; }
}
