using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Reads and writes <c>attributes</c>: declared as text in PULPO's contract, an object in its examples.</summary>
internal static class PulpoAttributes
{
    /// <summary>The attributes as an object; null where there are none.</summary>
    public static JsonElement? Object(JsonElement? attributes)
    {
        if (attributes is { ValueKind: JsonValueKind.Object }) return attributes;
        if (attributes is not { ValueKind: JsonValueKind.String } text) return null;
        try
        {
            using var document = JsonDocument.Parse(text.GetString()!);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The attributes by name, to add ours to those that are there. Of a name that stands there twice the last counts, as in all of JSON.</summary>
    public static Dictionary<string, JsonElement> Copy(JsonElement? attributes)
    {
        var copy = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (Object(attributes) is not { } there) return copy;
        foreach (var property in there.EnumerateObject()) copy[property.Name] = property.Value;
        return copy;
    }

    /// <summary>A text among the attributes; null where it is none.</summary>
    public static string? Value(JsonElement attributes, string name) =>
        attributes.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A text as a value.</summary>
    public static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, PulpoJson.Default.String);
}
