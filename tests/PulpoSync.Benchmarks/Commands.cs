using System.CommandLine;
using System.Text.Json;
using PulpoSync.Benchmarks.Floor;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.Scenarios;
using Spectre.Console;

namespace PulpoSync.Benchmarks;

/// <summary>What can be measured, one command each.</summary>
internal static class Commands
{
    private static readonly Option<int?> Orders = new("--orders") { Description = "How many orders.", HelpName = "N", Recursive = true };
    private static readonly Option<bool> Short = new("--short") { Description = "A tenth of the orders, once.", Recursive = true };
    private static readonly Option<int> Latency = new("--latency") { Description = "Milliseconds before each answer.", HelpName = "MS", Recursive = true };
    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per scenario instead of tables.", Recursive = true };

    private static readonly (string Name, string Description, Func<BenchmarkOptions, CancellationToken, Task<IReport>> Run)[] Scenarios =
    [
        ("requests", "HTTP requests for new orders, counted by the sandbox.", RequestsScenario.RunAsync),
        ("import", "Time, processor and memory of a first import, beside a bare loop that sends the same requests.", ImportScenario.RunAsync),
        ("memory", "Peak memory of a small and a large import.", MemoryScenario.RunAsync),
    ];

    public static RootCommand Create()
    {
        var root = new RootCommand("Measures PulpoSync against its sandbox.") { Orders, Short, Latency, Json };
        foreach (var scenario in Scenarios)
        {
            var command = new Command(scenario.Name, scenario.Description);
            command.SetAction((parsed, cancellationToken) => MeasureAsync(parsed, [scenario.Run], cancellationToken));
            root.Add(command);
        }

        var all = new Command("all", "All of them.");
        all.SetAction((parsed, cancellationToken) => MeasureAsync(parsed, Scenarios.Select(scenario => scenario.Run), cancellationToken));
        root.Add(all);
        root.Add(ReplayCommand());
        return root;
    }

    private static async Task<int> MeasureAsync(
        ParseResult parsed, IEnumerable<Func<BenchmarkOptions, CancellationToken, Task<IReport>>> scenarios, CancellationToken cancellationToken)
    {
        var options = new BenchmarkOptions(parsed.GetValue(Orders), parsed.GetValue(Short), TimeSpan.FromMilliseconds(parsed.GetValue(Latency)));
        foreach (var scenario in scenarios)
        {
            var report = await scenario(options, cancellationToken);
            if (parsed.GetValue(Json)) Console.WriteLine(JsonSerializer.Serialize<object>(report, ReportJson.Options));
            else report.Show(Terminal());
        }

        return 0;
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
        var files = new Argument<FileInfo[]>("FILE") { Arity = ArgumentArity.OneOrMore };
        var command = new Command("replay", "Sends recorded requests again.") { Hidden = true };
        command.Add(address);
        command.Add(files);
        command.SetAction((parsed, cancellationToken) =>
            Replay.RunAsync(new Uri(parsed.GetRequiredValue(address)), [.. parsed.GetRequiredValue(files).Select(file => file.FullName)], cancellationToken));
        return command;
    }
}
