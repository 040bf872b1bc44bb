using System.Text.Json;

namespace PulpoSync.Engine.Setup.Import;

/// <summary>Reads an integration of an import file.</summary>
internal static class IntegrationReader
{
    public static ConfigDefinition Read(JsonObjectReader entry)
    {
        if (entry.Unknown("name", "type", "source", "destination", "settings", "every", "daily", "timeZone", "enabled") is { } unknown) throw unknown;
        var type = entry.RequiredText("type");
        var daily = entry.Object("daily");
        if (daily?.Unknown("at", "lookbackDays", "gapSeconds") is { } unknownInDaily) throw unknownInDaily;
        return new ConfigDefinition
        {
            Name = entry.RequiredText("name"),
            Type = IntegrationTypes.TryParse(type, out var known)
                ? known
                : throw JsonObjectReader.Invalid(
                    $"{entry.Path}.type",
                    $"cannot be '{type}'. Types: {string.Join(", ", Enum.GetValues<IntegrationType>().Select(t => t.ToStoredName()))}"),
            Source = entry.RequiredText("source"),
            Destination = entry.RequiredText("destination"),
            Settings = Settings(entry),
            Every = entry.Number("every"),
            DailyAt = daily?.RequiredText("at"),
            LookbackDays = daily?.Number("lookbackDays"),
            GapSeconds = daily?.Number("gapSeconds"),
            TimeZone = entry.Text("timeZone"),
            Enabled = entry.Switch("enabled"),
        };
    }

    /// <summary>The settings of an entry in the form that the engine takes: lists as lines, maps as lines of <c>from=to</c>.</summary>
    public static IReadOnlyDictionary<string, string?> Settings(JsonObjectReader entry)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value, path) in entry.Object("settings")?.All ?? [])
        {
            if (!settings.TryAdd(name, Value(value, path))) throw JsonObjectReader.Invalid(path, "is there twice");
        }

        return settings;
    }

    private static string? Value(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select((item, i) => Line(item, $"{path}[{i}]"))),
        _ => string.Join('\n', new JsonObjectReader(value, path).All.Select(pair => $"{pair.Name}={Line(pair.Value, pair.Path)}")),
    };

    private static string Line(JsonElement value, string path) =>
        value.ValueKind is JsonValueKind.String && value.GetString() is { } text && !text.Contains('\n', StringComparison.Ordinal)
            ? text
            : throw JsonObjectReader.Invalid(path, "must be text on one line");
}
