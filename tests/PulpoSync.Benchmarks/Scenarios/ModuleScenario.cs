using System.Globalization;
using PulpoSync.Benchmarks.Processes;
using PulpoSync.Benchmarks.Reports;
using PulpoSync.Benchmarks.World;
using PulpoSync.Torture.Processes;

namespace PulpoSync.Benchmarks.Scenarios;

/// <summary>What the module costs whoever imports it, and its first question to the store, which loads the engine; each in a new PowerShell.</summary>
internal static class ModuleScenario
{
    private const string Import = "$watch = [Diagnostics.Stopwatch]::StartNew(); Import-Module $env:BENCH_MODULE; $watch.Elapsed.TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)";

    private const string First =
        """
        Import-Module $env:BENCH_MODULE
        $before = [Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
        $null = Get-IntegrationConfig
        ([Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime - $before).TotalMilliseconds.ToString([cultureinfo]::InvariantCulture)
        """;

    private const string Empty =
        """
        $code = 'using System.Management.Automation; [Cmdlet(VerbsCommon.Get, "Nothing")] public class GetNothing : PSCmdlet { }'
        Add-Type -TypeDefinition $code -OutputType Library -OutputAssembly "$env:BENCH_FOLDER/Empty.dll"
        New-ModuleManifest "$env:BENCH_FOLDER/Empty.psd1" -RootModule Empty.dll -CmdletsToExport Get-Nothing -FunctionsToExport @() -AliasesToExport @()
        Set-Content "$env:BENCH_FOLDER/View.ps1xml" ('<Configuration><ViewDefinitions><View><Name>Nothing</Name><ViewSelectedBy><TypeName>Nothing</TypeName></ViewSelectedBy>' +
            '<TableControl><TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Nothing</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry>' +
            '</TableRowEntries></TableControl></View></ViewDefinitions></Configuration>')
        New-ModuleManifest "$env:BENCH_FOLDER/View.psd1" -RootModule Empty.dll -FormatsToProcess View.ps1xml -CmdletsToExport Get-Nothing -FunctionsToExport @() -AliasesToExport @()
        """;

    public static async Task<Report> RunAsync(BenchmarkOptions options, CancellationToken cancellationToken)
    {
        if (Executable.PowerShell is not { } pwsh) return Report.Without("there is no pwsh here");
        var module = Repository.File("output/PulpoSync/PulpoSync.psd1");
        if (!File.Exists(module)) return Report.Without("the module was not built (dotnet build, or build.ps1 -Task Build)");
        using var store = await TempStore.CreateAsync([new WorldPlan(1)], new Uri("http://127.0.0.1:9/"), cancellationToken, "--skip-check");
        var folder = Directory.CreateTempSubdirectory("pulposync-bench-");
        try
        {
            await SayAsync(Empty, folder.FullName);
            var (ours, empty, view, first) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var i = 0; i < options.Size(9, 1); i++)
            {
                ours.Add(await MillisecondsAsync(Import, module));
                empty.Add(await MillisecondsAsync(Import, Path.Combine(folder.FullName, "Empty.psd1")));
                view.Add(await MillisecondsAsync(Import, Path.Combine(folder.FullName, "View.psd1")));
                first.Add(await MillisecondsAsync(First, module));
            }

            return new Report(
                "Milliseconds in a new PowerShell", ["", "ms"],
                [
                    ["Import-Module PulpoSync", Spread.Of(ours).ToText("0")], ["Import-Module of an empty binary module", Spread.Of(empty).ToText("0")],
                    ["the same with one view", Spread.Of(view).ToText("0")],
                    ["first Get-IntegrationConfig, processor time", Spread.Of(first).ToText("0")],
                ],
                [
                    new Measure("Import-Module ÷ an empty binary module's", Spread.Of([Spread.Of(ours).Median / Spread.Of(empty).Median]), 1.3, AtMost: true),
                    // PowerShell builds all its views anew as soon as a module brings one, whatever is in it.
                    new Measure("Import-Module ÷ that of an empty one with one view", Spread.Of([Spread.Of(ours).Median / Spread.Of(view).Median])),
                    new Measure("first Get-IntegrationConfig, ms of processor time", Spread.Of(first), Format: "0"),
                ]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        async Task<double> MillisecondsAsync(string script, string path) =>
            double.Parse((await SayAsync(script, path)).Trim(), CultureInfo.InvariantCulture);

        async Task<string> SayAsync(string script, string path) => (await pwsh.RunAsync(
            new Dictionary<string, string>(store.Environment) { ["BENCH_MODULE"] = path, ["BENCH_FOLDER"] = path },
            ["-NoProfile", "-NonInteractive", "-Command", script], cancellationToken)).Output;
    }
}
