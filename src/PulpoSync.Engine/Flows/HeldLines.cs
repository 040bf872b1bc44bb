using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Flows;

/// <summary>What one destination order holds: its warehouse and the pieces per line. Kept in the ledger as JSON; line keys are no personal data.</summary>
internal sealed record HeldLines(string Warehouse, Dictionary<string, int> Lines)
{
    public static HeldLines Empty { get; } = new("", []);

    /// <summary>Pieces of its lines that had left its location already when this was noted: what leaves later leaves from this order. Null: none.</summary>
    public Dictionary<string, int>? ShippedBefore { get; init; }

    /// <summary>Lines of which it held more once, and gave pieces back because they were to be shipped from elsewhere. Null: none.</summary>
    public IReadOnlyCollection<string>? GaveBack { get; init; }

    /// <summary>The same destination order with other pieces.</summary>
    /// <param name="lines">Pieces by line.</param>
    /// <param name="shipped">What has left its location so far.</param>
    public HeldLines With(Dictionary<string, int> lines, IReadOnlyDictionary<string, int> shipped)
    {
        var before = shipped.Where(line => lines.ContainsKey(line.Key)).ToDictionary(StringComparer.Ordinal);
        var gaveBack = Lines.Where(line => lines.GetValueOrDefault(line.Key) < line.Value).Select(line => line.Key).Union(GaveBack ?? [], StringComparer.Ordinal).ToList();
        return this with { Lines = lines, ShippedBefore = before.Count == 0 ? null : before, GaveBack = gaveBack.Count == 0 ? null : gaveBack };
    }

    public static HeldLines Parse(string? text) =>
        text is null ? Empty : JsonSerializer.Deserialize(text, HeldJson.Default.HeldLines) ?? Empty;

    public string ToText() => JsonSerializer.Serialize(
        this with { Lines = Sorted(Lines), ShippedBefore = ShippedBefore is null ? null : Sorted(ShippedBefore), GaveBack = GaveBack?.Order(StringComparer.Ordinal).ToList() },
        HeldJson.Default.HeldLines);

    // The same content gives the same text.
    private static Dictionary<string, int> Sorted(Dictionary<string, int> lines) =>
        lines.OrderBy(line => line.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HeldLines))]
internal sealed partial class HeldJson : JsonSerializerContext;
