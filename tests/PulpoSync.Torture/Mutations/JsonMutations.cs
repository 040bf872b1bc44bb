using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Torture.Mutations.Recording;

namespace PulpoSync.Torture.Mutations;

/// <summary>Spoils what an answer says, at one place.</summary>
internal static class JsonMutations
{
    /// <summary>Values as nobody expects them, each as it is written.</summary>
    public static IReadOnlyList<string> Odd { get; } =
    [
        "true", "false", "0", "-1", "1", "2147483647", "2147483648", "9223372036854775808", "-9223372036854775809", "1e30", "1e400", "-1e400", "1.5", "1e2", "-0", "1E-400", "0.1e1", "NaN", "Infinity", "01", "+1",
        "\"\"", "\" \"", "\"NaN\"", "\"-Infinity\"", "\"null\"", "\"-5\"", "\"1,5\"", "\"1.234,5\"", "\"\uff11\uff12\"", "\"0x1F\"", "\"1e999\"", "\"79228162514264337593543950336\"",
        "[]", "{}", "[null,null]", "[[]]", "[{}]", "{\"x\":null}", "{\"\":1}",
        "\"0001-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"9999-12-31T23:59:59Z\"", "\"9999-12-31T23:59:59-14:00\"", "\"2026-02-30T00:00:00Z\"", "\"1899-12-31T24:00:00\"", "\"20261101\"",
        "\"UNKNOWN_WORD\"", "\"unfulfilled\"", "\"\\u0000\"", "\"\\u202e\\u2066abc\"", "\"\\ud83c\"", "\"\\udf55\\ud83c\"", "\"\u0001\"", "\"\\r\\nX-Injected: 1\"", "\"' OR 1=1 --\"", "\"../../etc\"",
        "\"gid://shopify/Order/0\"", "\"gid://shopify/Order/\"", "\"https://elsewhere.example.test/api\"", JsonSerializer.Serialize(OddTexts.Short), JsonSerializer.Serialize(OddTexts.Number),
        $"\"{new string('x', 70_000)}\"", $"{new string('[', 200)}{new string(']', 200)}", new string('9', 400),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        Of("a member dropped", (places, random) => places.Any(random) is { } place ? places.Without(place) : null),
        Of("null", (places, random) => places.Any(random) is { } place ? places.With(place, "null") : null),
        Of("an odd value", (places, random) => places.Any(random) is { } place ? places.With(place, Any(random)) : null),
        Of("a value of another kind", (places, random) => places.Any(random, place => place.Value is JsonValue) is { } place ? places.With(place, OtherKind(place, random)) : null),
        Of("a member twice", (places, random) => places.Any(random, place => place.Name is not null) is { } place ? places.WithTwice(place, Any(random)) : null),
        Of("an empty list", (places, random) => places.Any(random, place => place.Value is JsonArray { Count: > 0 }) is { } place ? places.With(place, "[]") : null),
        Of("a list of nulls", (places, random) => places.Any(random, place => place.Value is JsonArray { Count: > 0 }) is { } place
            ? places.With(place, $"[{string.Join(',', place.Value!.AsArray().Select(_ => "null"))}]") : null),
        Of("null in a list", (places, random) => places.Any(random, place => place.Name is null) is { } place ? places.With(place, "null") : null),
        Of("an item twice", (places, random) => places.Any(random, place => place.Name is null && place.Value is not null) is { } place
            ? places.With(place, $"{place.Value!.ToJsonString()},{place.Value.ToJsonString()}") : null),
        Of("the value of another record", Another),
        Of("objects for lists and lists for objects", (places, random) => places.Any(random, place => place.Value is JsonArray or JsonObject) is { } place
            ? places.With(place, place.Value is JsonArray ? $"{{\"0\":{place.Value.ToJsonString()}}}" : $"[{place.Value!.ToJsonString()}]") : null),
        Of("a negative number", (places, random) => places.Any(random, place => Kind(place) is JsonValueKind.Number) is { } place ? places.With(place, $"-{place.Value!.ToJsonString().TrimStart('-')}") : null),
        Of("a number with a fraction", (places, random) => places.Any(random, place => Kind(place) is JsonValueKind.Number) is { } place ? places.With(place, $"{random.Next(9)}.5") : null),
    ];

    /// <summary>An odd value.</summary>
    public static string Any(Random random) => Odd[random.Next(Odd.Count)];

    private static byte[]? Another(JsonPlaces places, Random random)
    {
        if (places.Any(random, place => place is { Name: not null, Value: JsonValue }) is not { } one) return null;
        return places.Any(random, place => place.Name == one.Name && place.Value is JsonValue) is { } other ? places.With(one, other.Value!.ToJsonString()) : null;
    }

    private static string OtherKind(JsonPlace place, Random random) => Kind(place) switch
    {
        JsonValueKind.String => new[] { "4711", "true", "{}", "[]" }[random.Next(4)],
        JsonValueKind.Number => new[] { $"\"{place.Value!.ToJsonString()}\"", "true", "{}", "[]", "\"many\"" }[random.Next(5)],
        _ => new[] { "\"yes\"", "1", "0", "{}", "[]" }[random.Next(5)],
    };

    private static JsonValueKind Kind(JsonPlace place) => place.Value?.GetValueKind() ?? JsonValueKind.Null;

    private static Mutation Of(string name, Func<JsonPlaces, Random, byte[]?> change) => new(name, (answer, random) =>
        JsonPlaces.Of(answer.Body) is { } places && Changed(places, random, change) is { } body ? answer with { Body = body } : answer);

    // A body that another mutation has been at may hold what cannot be written again.
    private static byte[]? Changed(JsonPlaces places, Random random, Func<JsonPlaces, Random, byte[]?> change)
    {
        try
        {
            return change(places, random);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            return null;
        }
    }
}
