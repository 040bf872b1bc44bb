using Spectre.Console;

namespace PulpoSync.Benchmarks.Reports;

/// <summary>Reports for people: on the terminal, and as Markdown for the page.</summary>
internal static class ReportText
{
    private static readonly string[] Columns = ["scenario", "measure", "measured", "target", ""];

    /// <summary>Shows a report.</summary>
    public static void Show(IAnsiConsole console, Report report)
    {
        console.WriteLine($"{report.Scenario}: {report.Failed ?? report.LeftOut ?? report.Title}");
        if (report.Columns.Count > 0) Show(console, report.Columns, report.Rows);
    }

    /// <summary>Shows all figures beside their targets.</summary>
    public static void ShowSummary(IAnsiConsole console, IReadOnlyList<Report> reports) => Show(console, Columns, Summary(reports));

    /// <summary>All figures beside their targets, as Markdown.</summary>
    public static string SummaryMarkdown(IReadOnlyList<Report> reports) => Markdown(Columns, Summary(reports));

    /// <summary>A report as Markdown.</summary>
    public static string Markdown(Report report) =>
        report.Failed is not null || report.LeftOut is not null ? $"Not measured: {report.Failed ?? report.LeftOut}" : $"{report.Title}\n\n{Markdown(report.Columns, report.Rows)}";

    private static List<IReadOnlyList<string>> Summary(IReadOnlyList<Report> reports) => [.. reports.SelectMany(Lines)];

    private static IEnumerable<IReadOnlyList<string>> Lines(Report report) => report switch
    {
        { Failed: { } failed } => [[report.Scenario, failed, "", "", "failed"]],
        { LeftOut: { } reason } => [[report.Scenario, reason, "", "", "left out"]],
        _ => report.Measures.Select(IReadOnlyList<string> (measure) => [report.Scenario, measure.Name, measure.ValueText, measure.TargetText, measure.Verdict]),
    };

    private static void Show(IAnsiConsole console, IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var table = new Table();
        foreach (var column in columns) table.AddColumn(Spectre.Console.Markup.Escape(column));
        foreach (var row in rows) table.AddRow(row.Select(Spectre.Console.Markup.Escape).ToArray());
        console.Write(table);
    }

    private static string Markdown(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows) => string.Join(
        '\n', rows.Prepend([.. columns.Select(_ => "---")]).Prepend(columns).Select(row => $"| {string.Join(" | ", row)} |"));
}
