using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PulpoSync.Engine.Storage;

/// <summary>What is kept as JSON in a column: values that no query looks into, and lists as arguments of <c>json_each</c>.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(DailySchedule))]
[JsonSerializable(typeof(RunCounts))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(IEnumerable<string>))]
[JsonSerializable(typeof(IEnumerable<long>))]
internal sealed partial class StoreJson : JsonSerializerContext
{
    public static string? Write<T>(T? value, JsonTypeInfo<T> type) where T : class => value is null ? null : JsonSerializer.Serialize(value, type);

    public static T? Read<T>(string? text, JsonTypeInfo<T> type) where T : class => text is null ? null : JsonSerializer.Deserialize(text, type);
}
