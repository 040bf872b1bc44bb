using System.Globalization;
using System.Text.Json.Nodes;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Refusals in each <see cref="ErrorShape"/>.</summary>
internal static class ErrorBody
{
    public static JsonNode Of(IReadOnlyList<FieldError> errors, ErrorShape shape) => shape switch
    {
        ErrorShape.MapOfTexts => new JsonObject(ByField(errors).Select(e => KeyValuePair.Create(e.Key, (JsonNode?)e.First()))),
        ErrorShape.ListOfMaps => new JsonArray([.. errors.Select(e => new JsonObject { [e.Field] = e.Message })]),
        ErrorShape.Nested => Nested(errors, 0),
        _ => new JsonObject(ByField(errors).Select(e => KeyValuePair.Create(e.Key, (JsonNode?)Texts(e)))),
    };

    /// <summary><c>{"errors":{"message":…}}</c>, as for what has no field.</summary>
    public static JsonObject OfMessage(string message) => new() { ["errors"] = new JsonObject { ["message"] = message } };

    private static IEnumerable<IGrouping<string, string>> ByField(IEnumerable<FieldError> errors) =>
        errors.DistinctBy(e => (e.Field, e.Message)).GroupBy(e => e.Field, e => e.Message);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);

    private static JsonNode Nested(IReadOnlyList<FieldError> errors, int depth)
    {
        if (errors[0].Path.Count == depth) return Texts(errors.Select(e => e.Message));
        var parts = errors.GroupBy(e => e.Path[depth], StringComparer.Ordinal).ToDictionary(g => g.Key, g => Nested([.. g], depth + 1));
        if (!parts.Keys.All(k => int.TryParse(k, CultureInfo.InvariantCulture, out _)))
            return new JsonObject(parts.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value)));
        // A list keeps an empty map for each part that is fine, so that the places tell which is not.
        var places = Enumerable.Range(0, 1 + parts.Keys.Max(k => int.Parse(k, CultureInfo.InvariantCulture)));
        return new JsonArray([.. places.Select(i => parts.GetValueOrDefault(i.ToString(CultureInfo.InvariantCulture)) ?? new JsonObject())]);
    }
}
