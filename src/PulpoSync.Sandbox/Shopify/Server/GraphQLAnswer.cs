using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>The body of a GraphQL answer.</summary>
internal sealed class GraphQLAnswer
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<GraphQLError> Errors { get; init; } = [];

    /// <summary>What the request costs; null when it did not come so far.</summary>
    public CostReport? Cost { get; init; }

    public IReadOnlyList<SearchReport> Searches { get; init; } = [];

    /// <summary>The bytes, with <c>data</c> where there is any (the JSON <c>null</c> counts).</summary>
    public ReadOnlyMemory<byte> ToJson(ReadOnlySpan<byte> data)
    {
        var buffer = new ArrayBufferWriter<byte>(data.Length + 1024);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true, Encoder = Json.Encoder }))
        {
            json.WriteStartObject();
            if (!data.IsEmpty)
            {
                json.WritePropertyName("data");
                json.WriteRawValue(data, skipInputValidation: true);
            }
            if (Errors.Count > 0) WriteErrors(json);
            if (Cost is not null || Searches.Count > 0) WriteExtensions(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private void WriteErrors(Utf8JsonWriter json)
    {
        json.WriteStartArray("errors");
        foreach (var error in Errors)
        {
            json.WriteStartObject();
            json.WriteString("message", error.Message);
            if (error.Location is { } at)
            {
                json.WriteStartArray("locations");
                json.WriteStartObject();
                json.WriteNumber("line", at.Line);
                json.WriteNumber("column", at.Column);
                json.WriteEndObject();
                json.WriteEndArray();
            }
            WriteProperty(json, "path", error.Path);
            WriteProperty(json, "extensions", error.Extensions);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteExtensions(Utf8JsonWriter json)
    {
        json.WriteStartObject("extensions");
        if (Cost is { } cost)
        {
            json.WriteStartObject("cost");
            json.WriteNumber("requestedQueryCost", cost.Requested);
            if (cost.Actual is { } actual) json.WriteNumber("actualQueryCost", actual);
            else json.WriteNull("actualQueryCost");
            json.WriteStartObject("throttleStatus");
            json.WriteNumber("maximumAvailable", (double)cost.Maximum);
            json.WriteNumber("currentlyAvailable", cost.Available);
            json.WriteNumber("restoreRate", (double)cost.RestoreRate);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        if (Searches.Count > 0)
        {
            WriteProperty(json, "search", Searches.Select(s => new
            {
                path = new[] { s.Path },
                query = s.Query,
                parsed = s.Parsed.Describe(),
                warnings = s.Warnings.Select(w => new { field = w.Field, message = w.Message, code = w.Code }),
            }));
        }
        json.WriteEndObject();
    }

    private static void WriteProperty<T>(Utf8JsonWriter json, string name, T? value)
    {
        if (value is null) return;
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Json);
    }
}
