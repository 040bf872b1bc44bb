using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PulpoSync.Benchmarks.Floor;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.Scenarios;
using PulpoSync.Torture.Reports;
using Spectre.Console;

namespace PulpoSync.Benchmarks;

/// <summary>What can be measured, one command each, and all of it. The last line is one of figures; the exit code says whether everything could be measured.</summary>
internal static class Commands
{
    private static readonly Option<int?> Orders = new("--orders") { Description = "How many orders, where a scenario imports.", HelpName = "N", Recursive = true };
    private static readonly Option<bool> Short = new("--short") { Description = "Small sizes, once: to see that it works, not how fast it is.", Recursive = true };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per scenario instead of tables.", Recursive = true };
    private static readonly Option<bool> Publish = new("--publish") { Description = "Write the figures into docs/PERFORMANCE.md.", Recursive = true };

    private static readonly MarkedPage Page = new("docs/PERFORMANCE.md");

    public static RootCommand Create()
    {
        var root = new RootCommand("Measures PulpoSync against its sandbox.") { Orders, Short, Json, Publish };
        foreach (var scenario in Scenario.All) root.Add(Command(scenario.Name, scenario.Description, [scenario]));
        root.Add(Command("all", "All of them.", Scenario.All));
        root.Add(ReplayCommand());
        return root;
    }

    private static Command Command(string name, string description, IReadOnlyList<Scenario> scenarios)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, cancellationToken) => MeasureAsync(parsed, scenarios, cancellationToken));
        return command;
    }

    private static async Task<int> MeasureAsync(ParseResult parsed, IReadOnlyList<Scenario> scenarios, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var options = new BenchmarkOptions(parsed.GetValue(Orders), parsed.GetValue(Short));
        var reports = new List<Report>();
        foreach (var scenario in scenarios)
        {
            var report = await MeasureAsync(scenario, options, cancellationToken);
            reports.Add(report);
            if (parsed.GetValue(Json)) Console.WriteLine(JsonSerializer.Serialize(report, ReportJson.Options));
            else ReportText.Show(Terminal(), report);
            if (parsed.GetValue(Publish)) Page.Write(report.Scenario, ReportText.Markdown(report));
        }

        if (!parsed.GetValue(Json)) ReportText.ShowSummary(Terminal(), reports);
        if (parsed.GetValue(Publish) && scenarios.Count == Scenario.All.Count) Page.Write("all", ReportText.SummaryMarkdown(reports));
        Console.WriteLine(Figures(reports, watch.Elapsed));
        return reports.Exists(report => report.Failed is not null) ? 1 : 0;
    }

    // One that fails must not keep the others from being measured.
    private static async Task<Report> MeasureAsync(Scenario scenario, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await scenario.RunAsync(options, cancellationToken) with { Scenario = scenario.Name };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Report.Of(e) with { Scenario = scenario.Name };
        }
    }

    private static string Figures(List<Report> reports, TimeSpan time)
    {
        var failed = reports.Count(report => report.Failed is not null);
        var leftOut = reports.Count(report => report.LeftOut is not null);
        var measures = reports.SelectMany(report => report.Measures).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Benchmarks: {reports.Count - failed - leftOut} measured, {failed} failed, {leftOut} left out; targets: {measures.Count(one => one.IsMet == true)} met, {measures.Count(one => one.IsMet == false)} missed; {time.TotalSeconds:0} s");
    }

    // Into a file or pipe: neither colours nor broken lines.
    private static IAnsiConsole Terminal()
    {
        if (!Console.IsOutputRedirected) return AnsiConsole.Console;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No });
        console.Profile.Width = 200;
        return console;
    }

    // The floor is a process of its own, so that its memory and processor time are its own too.
    private static Command ReplayCommand()
    {
        var address = new Argument<string>("ADDRESS");
        var world = new Argument<string>("WORLD");
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var command = new Command("replay", "Sends recorded requests again.") { Hidden = true };
        command.Add(address);
        command.Add(world);
        command.Add(files);
        command.SetAction((parsed, cancellationToken) => Replay.RunAsync(
            new Uri(parsed.GetRequiredValue(address)), parsed.GetRequiredValue(world), [.. parsed.GetRequiredValue(files).Select(file => file.FullName)], cancellationToken));
        return command;
    }
}
