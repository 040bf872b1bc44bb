using System.CommandLine;
using PulpoSync.Cli.Hosting;
using PulpoSync.Cli.Import;
using PulpoSync.Cli.Json;
using PulpoSync.Cli.Rendering;

namespace PulpoSync.Cli.Commands;

/// <summary><c>pulposync import FILE</c></summary>
internal static class ImportCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "JSON that follows docs/import.schema.json." };
    private static readonly Option<bool> SkipCheck = new("--skip-check") { Description = "Save without asking the systems whether all this works." };

    public static Command Create(CliContext context) =>
        new Command("import", "Sets credentials and integrations up from a file, as often as you like; makes the store where there is none.")
        {
            File, SkipCheck,
        }.Does(context, ImportAsync);

    private static async Task<int> ImportAsync(CliCall call, CancellationToken cancellationToken)
    {
        var entries = ImportFile.Read(ReadText(call.Get(File)!));
        await using var runtime = call.OpenRuntime();
        runtime.InitializeStore();
        var importer = new Importer(runtime, call.Get(SkipCheck));
        var exitCode = ExitCodes.Finished;
        var results = new Dictionary<string, int>();
        foreach (var entry in entries)
        {
            var (line, entryCode) = await ApplyAsync(importer, entry, cancellationToken);
            Show(call, line);
            results[line.Result] = results.GetValueOrDefault(line.Result) + 1;
            exitCode = ExitCodes.Worst(exitCode, entryCode);
        }

        if (!call.Json) call.Context.Out.WriteLine(Summary(results));
        return exitCode;
    }

    private static async Task<(ImportEntryLine Line, int ExitCode)> ApplyAsync(
        Importer importer, ImportEntry entry, CancellationToken cancellationToken)
    {
        try
        {
            var result = await importer.ApplyAsync(entry, cancellationToken);
            return (new ImportEntryLine(entry.Kind, entry.Name, result, entry.Path, null, null), ExitCodes.Finished);
        }
        catch (PulpoSyncException e)
        {
            var path = e.ErrorId == ErrorIds.ImportInvalid ? e.Target ?? entry.Path : entry.Path;
            var line = new ImportEntryLine(entry.Kind, entry.Name, "failed", path, e.ErrorId, e.Message.ReplaceLineEndings(" "));
            return (line, ExitCodes.Of(e.ErrorId));
        }
    }

    private static void Show(CliCall call, ImportEntryLine line)
    {
        if (call.Json)
        {
            call.WriteJson<EventLine>(line, CliJson.Lines.EventLine);
            return;
        }

        var name = line.Name ?? line.Path;
        var remark = line.Code is null && line.Message is not null ? $": {line.Message}" : "";
        call.Context.Out.WriteLine($"{line.Result,-9} {line.Kind,-11} {name}{remark}");
        if (line.Code is not null) call.WriteError(line.Code, $"{line.Kind} {name}: {line.Message}");
    }

    private static string Summary(Dictionary<string, int> results) => results.Count == 0
        ? "The file names no credential and no integration."
        : string.Join(", ", results.Select(result => $"{Words.Of(result.Value)} {result.Key}"));

    private static string ReadText(FileInfo file)
    {
        try
        {
            return System.IO.File.ReadAllText(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PulpoSyncException(ErrorIds.ImportInvalid, $"{file} cannot be read: {e.Message}", file.ToString(), e);
        }
    }
}
