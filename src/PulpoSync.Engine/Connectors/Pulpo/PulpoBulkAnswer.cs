using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>The answer of a bulk call: named as created or updated → done; named in errors → refused; in neither → unknown.</summary>
/// <param name="Done">Ids by key.</param>
/// <param name="Errors">Refusals by key.</param>
internal sealed record PulpoBulkAnswer(IReadOnlyDictionary<string, string> Done, IReadOnlyDictionary<string, IReadOnlyList<PulpoError>> Errors)
{
    /// <summary>Reads an answer. Whatever its status, what it names counts; what it does not name stays unknown.</summary>
    /// <param name="reply">Answer.</param>
    /// <param name="key">Name of the key, such as <c>order_num</c>.</param>
    /// <param name="list">Name of the list of what was done.</param>
    public static PulpoBulkAnswer Read(HttpReply reply, string key, string list = "created")
    {
        var done = new Dictionary<string, string>(StringComparer.Ordinal);
        var errors = new Dictionary<string, IReadOnlyList<PulpoError>>(StringComparer.Ordinal);
        using var document = JsonBody.TryParse(reply);
        if (document is { RootElement: { ValueKind: JsonValueKind.Object } root })
        {
            if (root.TryGetProperty(list, out var entries) && entries.ValueKind == JsonValueKind.Array) ReadDone(entries, key, done);
            if (root.TryGetProperty("errors", out var refused)) ReadErrors(refused, errors);
        }

        return new PulpoBulkAnswer(done, errors);
    }

    private static void ReadDone(JsonElement list, string key, Dictionary<string, string> done)
    {
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(key, out var name) && entry.TryGetProperty("id", out var id)
                && id.ValueKind is JsonValueKind.Number or JsonValueKind.String)
            {
                done[name.ToString()] = id.ToString();
            }
        }
    }

    private static void ReadErrors(JsonElement refused, Dictionary<string, IReadOnlyList<PulpoError>> errors)
    {
        if (refused.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in refused.EnumerateArray()) ReadErrors(entry, errors);
        }
        else if (refused.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in refused.EnumerateObject()) errors[entry.Name] = PulpoErrors.Read(entry.Value);
        }
    }
}
