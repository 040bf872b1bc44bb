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
        Whole(document.RootElement, "$");
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

    // JSON can write half a sign ("\ud83c" without what belongs to it), which is no text.
    private static void Whole(JsonElement value, string path)
    {
        try
        {
            if (value.ValueKind is JsonValueKind.String) _ = value.GetString();
            else if (value.ValueKind is JsonValueKind.Object) _ = value.EnumerateObject().Count(property => property.Name.Length > 0);
        }
        catch (InvalidOperationException e)
        {
            throw Half(path, e);
        }

        if (value.ValueKind is JsonValueKind.Object)
        {
            foreach (var (_, child, childPath) in new JsonObjectReader(value, path).All) Whole(child, childPath);
        }
        else if (value.ValueKind is JsonValueKind.Array)
        {
            foreach (var (child, index) in value.EnumerateArray().Select((child, index) => (child, index))) Whole(child, $"{path}[{index}]");
        }
    }

    private static PulpoSyncException Half(string path, InvalidOperationException cause) => new(
        ErrorIds.ImportInvalid, $"{path} holds half a character, such as \\ud83c without the \\udf55 that belongs to it. Type the text again.", path, cause);

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
        catch (InvalidOperationException e)
        {
            // A name of a member, which is compared with the others while they are read.
            throw Half("The file", e);
        }
    }
}
