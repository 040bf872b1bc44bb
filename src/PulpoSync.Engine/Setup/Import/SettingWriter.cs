using System.Globalization;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Setup.Import;

/// <summary>Writes the stored form of a setting as people write it in an import file: the way back of <see cref="IntegrationReader.Settings"/>.</summary>
internal static class SettingWriter
{
    /// <param name="kind">Kind of the setting; null for one that is not known.</param>
    /// <param name="text">Its stored form.</param>
    public static JsonNode Write(string? kind, string text) => kind switch
    {
        nameof(SettingKind.TextList) or nameof(SettingKind.ChoiceList) => new JsonArray([.. text.Split('\n').Select(line => JsonValue.Create(line))]),
        nameof(SettingKind.Map) => (JsonNode?)Map(text.Split('\n')) ?? text,
        nameof(SettingKind.Switch) when bool.TryParse(text, out var on) => on,
        nameof(SettingKind.Number) when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };

    // A name may hold an equals sign, what it stands for does not. A name that is there twice has no place in an object.
    private static JsonObject? Map(string[] lines)
    {
        var pairs = lines.Select(line => (At: line.LastIndexOf('='), Line: line)).ToList();
        if (pairs.Exists(pair => pair.At <= 0) || pairs.DistinctBy(pair => pair.Line[..pair.At]).Count() < pairs.Count) return null;
        return new JsonObject(pairs.Select(pair => KeyValuePair.Create(pair.Line[..pair.At], (JsonNode?)pair.Line[(pair.At + 1)..])));
    }
}
