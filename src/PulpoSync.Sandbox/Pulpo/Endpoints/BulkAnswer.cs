using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Bulk requests: each element is tried whatever became of the others.</summary>
internal static class BulkAnswer
{
    /// <summary>Writes each element; what was refused makes the answer a 400.</summary>
    /// <param name="call">The call, its body a list.</param>
    /// <param name="done">The name of the list of what was written: <c>created</c>, <c>updated</c>, <c>cancelled</c>.</param>
    /// <param name="write">Writes one element.</param>
    /// <param name="key">The name of an element among the errors; null where PULPO's contract has a list of errors without names.</param>
    /// <param name="reference">What is told of a row that was written.</param>
    /// <param name="status">The status when nothing was refused.</param>
    public static PulpoAnswer Of<T>(
        PulpoCall call, string done, Func<JsonElement, Change<T>> write, Func<JsonElement, string>? key, Func<T, object> reference, int status = 201)
        where T : class
    {
        if (call.Body.ValueKind != JsonValueKind.Array) return PulpoAnswer.Message(StatusCodes.Status400BadRequest, "bad request");
        List<object> written = [];
        List<(JsonElement Element, JsonNode Errors)> refused = [];
        foreach (var element in call.Elements)
        {
            var change = write(element);
            if (change.Row is { } row) written.Add(reference(row));
            else refused.Add((element, ErrorBody.Of(change.Errors, call.Options.ErrorShape)));
        }
        if (refused.Count == 0) return PulpoAnswer.Of(status, new Dictionary<string, object> { [done] = written });
        JsonNode errors = key is null ? Listed(refused.Select(r => r.Errors)) : Named(refused.Select(r => (key(r.Element), r.Errors)));
        return PulpoAnswer.Of(StatusCodes.Status400BadRequest, new Dictionary<string, object> { [done] = written, ["errors"] = errors });
    }

    /// <summary>A text or number of an element; without one the text that PULPO's language prints for nothing (inferred).</summary>
    public static string TextOf(JsonElement element, string field) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "nil";

    private static JsonArray Listed(IEnumerable<JsonNode> refused) => new([.. refused.Select(errors => new JsonObject { ["errors"] = errors })]);

    private static JsonObject Named(IEnumerable<(string Name, JsonNode Errors)> refused)
    {
        var named = new JsonObject();
        foreach (var (name, errors) in refused) named[name] = errors;
        return named;
    }
}
