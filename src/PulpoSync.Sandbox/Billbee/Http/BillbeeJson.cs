using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>JSON as Billbee's framework writes it: names as in the code, explicit nulls, <c>2.0</c> for a whole number with decimals, text unescaped.</summary>
internal static class BillbeeJson
{
    /// <summary>How bodies are read: unknown fields are passed over, case does not count, numbers may come as text.</summary>
    public static JsonSerializerOptions Reading { get; } = new()
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>How an account's answers are written.</summary>
    public static JsonSerializerOptions Writing(BillbeeOptions options) => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TimeConverter(options), new DecimalConverter() },
    };

    private sealed class TimeConverter(BillbeeOptions options) : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions jsonOptions) => reader.GetDateTime();

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions jsonOptions) =>
            writer.WriteStringValue(BillbeeTime.Write(value, options));
    }

    private sealed class DecimalConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.0###########", CultureInfo.InvariantCulture), skipInputValidation: true);
    }
}
