using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>
/// Pieces, weights and measures, as numbers or as text. What no warehouse can hold is no number of PULPO's: it is refused here, once for all fields, so that
/// nobody who counts has to think of it.
/// </summary>
internal sealed class PulpoNumber : JsonConverter<decimal>
{
    private const decimal Most = 1_000_000_000;

    /// <inheritdoc/>
    /// <exception cref="JsonException">No number, or an impossible one.</exception>
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        decimal value = 0;
        var isNumber = reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetDecimal(out value),
            JsonTokenType.String => decimal.TryParse(reader.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value),
            _ => false,
        };
        return isNumber && Math.Abs(value) <= Most ? value : throw new JsonException();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
