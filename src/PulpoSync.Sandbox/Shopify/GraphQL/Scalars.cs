using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>Scalars and enums as Shopify writes them.</summary>
internal static class Scalars
{
    private static readonly ConcurrentDictionary<Enum, JsonEncodedText> EnumNames = new();

    /// <summary>Writes a value: 64-bit and decimal numbers as strings, times in UTC to the second, enums in upper snake case.</summary>
    public static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case int number: json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case double number: json.WriteNumberValue(number); break;
            case long number: json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case decimal amount: json.WriteStringValue(Format(amount)); break;
            case DateTimeOffset time: json.WriteStringValue(Format(time)); break;
            case Enum name: json.WriteStringValue(EnumNames.GetOrAdd(name, n => JsonEncodedText.Encode(NameOf(n)))); break;
            default: throw new NotSupportedException($"No scalar: {value.GetType()}.");
        }
    }

    /// <summary><c>2026-11-22T10:00:00Z</c>.</summary>
    public static string Format(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary><c>55.0</c>, <c>12.34</c>: at least one decimal, no more than needed.</summary>
    public static string Format(decimal amount) => amount.ToString("0.0###", CultureInfo.InvariantCulture);

    /// <summary><c>PartiallyRefunded</c> as <c>PARTIALLY_REFUNDED</c>.</summary>
    public static string NameOf(Enum value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
