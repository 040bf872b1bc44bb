using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync import FILE</c></summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "JSON that follows docs/import.schema.json." };
    private static readonly Option<bool> Preview = new("--preview") { Description = "Change nothing, tell what would be done." };
    private static readonly Option<bool> SkipCheck = new("--skip-check") { Description = "Save without asking the systems whether all this works." };

    public static Command Create(CliContext context) =>
        new Command("import", "Sets credentials and integrations up from a file, as often as you like; makes the store where there is none.")
        {
            File, Preview, SkipCheck,
        }.Does(context, ImportAsync);

    private static async Task<int> ImportAsync(CliCall call, CancellationToken cancellationToken)
    {
        await using var runtime = call.OpenRuntime();
        var (preview, skipCheck) = (call.Get(Preview), call.Get(SkipCheck));
        var steps = runtime.PlanImport(call.Get(File)!.FullName);
        if (!preview) runtime.InitializeStore();
        var exitCode = ExitCodes.Finished;
        var results = new Dictionary<string, int>();
        foreach (var step in steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = preview ? LineOf(step) : LineOf(await runtime.ImportAsync(step, skipCheck, cancellationToken));
            Show(call, line);
            results[line.Result] = results.GetValueOrDefault(line.Result) + 1;
            if (line.Code is not null) exitCode = ExitCodes.Worst(exitCode, ExitCodes.Of(line.Code));
        }

        if (!call.Json) call.Context.Out.WriteLine(Summary(results));
        return exitCode;
    }

    private static ImportEntryLine LineOf(ImportStep step) => Line(
        step.Kind, step.Name, step.Action is ImportAction.Refuse ? ImportOutcome.Failed : step.Action, step.Error?.Target ?? step.Path, step.Error);

    private static ImportEntryLine LineOf(ImportResult result) => Line(result.Kind, result.Name, result.Outcome, result.Path, result.Error);

    private static ImportEntryLine Line(string kind, string? name, Enum result, string path, PulpoSyncException? error) =>
        new(kind, name, result.ToString().ToLowerInvariant(), path, error?.ErrorId, error?.Message.ReplaceLineEndings(" "));

    private static void Show(CliCall call, ImportEntryLine line)
    {
        if (call.Json)
        {
            call.WriteJson<EventLine>(line, CliJson.Lines.EventLine);
            return;
        }

        var name = line.Name ?? line.Path;
        call.Context.Out.WriteLine($"{line.Result,-9} {line.Kind,-11} {name}");
        if (line.Code is not null) call.WriteError(line.Code, $"{line.Kind} {name}: {line.Message}");
    }

    private static string Summary(Dictionary<string, int> results) => results.Count == 0
        ? "The file names no credential and no integration."
        : string.Join(", ", results.Select(result => $"{Words.Of(result.Value)} {result.Key}"));
}
