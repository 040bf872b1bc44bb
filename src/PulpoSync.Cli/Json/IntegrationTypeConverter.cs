using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Cli.Json;

/// <summary>Types travel by their stored name: <c>sales_orders</c>.</summary>
internal sealed class IntegrationTypeConverter : JsonConverter<IntegrationType>
{
    public override IntegrationType Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IntegrationTypes.TryParse(reader.GetString(), out var type) ? type : throw new JsonException("Unknown integration type.");

    public override void Write(Utf8JsonWriter writer, IntegrationType value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToStoredName());
}
