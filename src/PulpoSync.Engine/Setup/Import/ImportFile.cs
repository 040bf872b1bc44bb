using System.Text.Json;

namespace PulpoSync.Engine.Setup.Import;

/// <summary>
/// Reads an import file (<c>docs/import.schema.json</c>) into its entries: credentials first, then what uses them. Only a file that is no JSON
/// object is an error of the whole; anything else that is wrong belongs to its entry.
/// </summary>
internal static class ImportFile
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true,
    };

    /// <exception cref="PulpoSyncException"><see cref="ErrorIds.ImportInvalid"/>.</exception>
    public static IReadOnlyList<ImportEntry> Read(string file)
    {
        using var document = Parse(Text(file));
        var root = new JsonObjectReader(document.RootElement, "$");
        var entries = new EntryCollector();
        entries.AddFault("file", null, root, () => root.Unknown("$schema", "credentials", "stores"));
        entries.AddCredentials(root);
        foreach (var (value, path) in entries.Guard("file", null, root, () => root.Array("stores")))
        {
            entries.AddStore(value, path);
        }

        return entries.InOrder();
    }

    private static string Text(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new PulpoSyncException(ErrorIds.ImportInvalid, $"{file} cannot be read: {e.Message}", file, e);
        }
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException e)
        {
            // The reader counts lines from zero, at the end of its message.
            var reason = e.Message.Split(" LineNumber:")[0];
            var place = e.LineNumber is { } line ? $" (line {line + 1}, character {e.BytePositionInLine + 1})" : "";
            throw new PulpoSyncException(ErrorIds.ImportInvalid, $"The file is no valid JSON{place}. {reason}", inner: e);
        }
    }
}
