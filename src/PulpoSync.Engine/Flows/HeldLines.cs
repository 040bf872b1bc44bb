using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Flows;

/// <summary>What one destination order holds: its warehouse and the pieces per line. Kept in the ledger as JSON; line keys are no personal data.</summary>
internal sealed record HeldLines(string Warehouse, Dictionary<string, int> Lines)
{
    public static HeldLines Empty { get; } = new("", []);

    /// <summary>Lines of which it held more once, and gave pieces back because they were to be shipped from elsewhere; null: none.</summary>
    public IReadOnlyCollection<string>? GaveBack { get; init; }

    /// <summary>The same destination order with other pieces.</summary>
    public HeldLines With(Dictionary<string, int> lines)
    {
        var less = Lines.Where(line => lines.GetValueOrDefault(line.Key) < line.Value).Select(line => line.Key).Union(GaveBack ?? [], StringComparer.Ordinal).ToList();
        return this with { Lines = lines, GaveBack = less.Count == 0 ? null : less };
    }

    public static HeldLines Parse(string? text) =>
        text is null ? Empty : JsonSerializer.Deserialize(text, HeldJson.Default.HeldLines) ?? Empty;

    public string ToText() => JsonSerializer.Serialize(this, HeldJson.Default.HeldLines);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HeldLines))]
internal sealed partial class HeldJson : JsonSerializerContext;
