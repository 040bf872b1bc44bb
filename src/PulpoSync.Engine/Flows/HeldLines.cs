using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Flows;

/// <summary>What one destination order holds: its warehouse and the pieces per line. Kept in the ledger as JSON; line keys are no personal data.</summary>
internal sealed record HeldLines(string Warehouse, Dictionary<string, int> Lines)
{
    public static HeldLines Empty { get; } = new("", []);

    public static HeldLines Parse(string? text) =>
        text is null ? Empty : JsonSerializer.Deserialize(text, HeldJson.Default.HeldLines) ?? Empty;

    public string ToText() => JsonSerializer.Serialize(this, HeldJson.Default.HeldLines);
}

[JsonSerializable(typeof(HeldLines))]
internal sealed partial class HeldJson : JsonSerializerContext;
