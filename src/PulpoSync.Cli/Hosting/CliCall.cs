using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PulpoSync.Cli.Json;
using Spectre.Console.Rendering;

namespace PulpoSync.Cli.Hosting;

/// <summary>One invocation of a command: its arguments, its engine and its two forms of output.</summary>
internal sealed class CliCall(CliContext context, ParseResult parsed)
{
    public CliContext Context => context;
    public bool Json { get; } = parsed.GetValue(GlobalOptions.Json);
    public bool Verbose { get; } = parsed.GetValue(GlobalOptions.Verbose);

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>Opens the engine on the store that the call names.</summary>
    public IPulpoSyncRuntime OpenRuntime(string? storePath = null) =>
        context.Runtimes.Open(new RuntimeOptions
        {
            StorePath = storePath ?? parsed.GetValue(GlobalOptions.Store), Time = context.Time, Host = "cli",
        });

    /// <summary>Writes items: one JSON line each, or all of them as one view for people.</summary>
    public void WriteAll<TItem, TLine>(
        IReadOnlyList<TItem> items, Func<TItem, TLine> line, JsonTypeInfo<TLine> type, Func<IReadOnlyList<TItem>, IRenderable> view, string none)
    {
        if (Json)
        {
            foreach (var item in items) WriteJson(line(item), type);
        }
        else if (items.Count == 0) context.Out.WriteLine(none);
        else context.Console.Write(view(items));
    }

    /// <summary>Writes the result of a command that changes one thing.</summary>
    public void WriteDone(string done, string name, string text)
    {
        if (Json) WriteJson<EventLine>(new DoneLine(done, name), CliJson.Lines.EventLine);
        else context.Out.WriteLine(text);
    }

    public void WriteJson<T>(T value, JsonTypeInfo<T> type) => context.Out.WriteLine(JsonSerializer.Serialize(value, type));

    /// <summary>Writes an error as one line and gives its exit code.</summary>
    public int WriteError(string code, string message, string? target = null)
    {
        var oneLine = message.ReplaceLineEndings(" ");
        context.Error.WriteLine(Json
            ? JsonSerializer.Serialize<EventLine>(new ErrorLine(code, oneLine, target), CliJson.Lines.EventLine)
            : $"error: {oneLine}");
        return ExitCodes.Of(code);
    }
}
