using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Reads lists in every shape that PULPO's contract leaves open: an envelope, a bare list, a single object.</summary>
internal static class PulpoList
{
    /// <summary>A page.</summary>
    /// <param name="root">The answer.</param>
    /// <param name="name">Name of the list in its envelope, such as <c>sales_orders</c>.</param>
    /// <param name="type">Type of the entries.</param>
    /// <param name="operation">Name of the call for errors.</param>
    public static PulpoPage<T> Read<T>(JsonElement root, string name, JsonTypeInfo<T> type, string operation) =>
        Page(root, Entries(root, name) ?? throw Unexpected(operation), type, operation);

    /// <summary>The one list of an answer whose envelope has a name that is not told anywhere, or none; a single object is a list of one.</summary>
    public static PulpoPage<T> ReadOnly<T>(JsonElement root, JsonTypeInfo<T> type, string operation)
    {
        var lists = root.ValueKind == JsonValueKind.Object ? root.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Array).ToList() : [];
        var entries = root.ValueKind switch
        {
            JsonValueKind.Array => [.. root.EnumerateArray()],
            JsonValueKind.Object when lists is [var only] => [.. only.Value.EnumerateArray()],
            JsonValueKind.Object when lists.Count == 0 => [root],
            _ => (List<JsonElement>?)null,
        };
        return Page(root, entries ?? throw Unexpected(operation), type, operation);
    }

    private static PulpoPage<T> Page<T>(JsonElement root, List<JsonElement> entries, JsonTypeInfo<T> type, string operation)
    {
        var total = Total(root);
        var mark = entries is [{ ValueKind: JsonValueKind.Object } first, ..] && first.TryGetProperty("id", out var id) ? id.ToString() : null;
        return new PulpoPage<T>([.. entries.Select(entry => Element(entry, type, operation))], total, mark);
    }

    /// <summary>One entry.</summary>
    public static T Element<T>(JsonElement element, JsonTypeInfo<T> type, string operation)
    {
        try
        {
            return element.Deserialize(type) ?? throw Unexpected(operation);
        }
        catch (JsonException)
        {
            throw Unexpected(operation);
        }
    }

    private static List<JsonElement>? Entries(JsonElement root, string name) => root.ValueKind switch
    {
        JsonValueKind.Array => [.. root.EnumerateArray()],
        JsonValueKind.Object when root.TryGetProperty(name, out var list) => list.ValueKind switch
        {
            JsonValueKind.Array => [.. list.EnumerateArray()],
            // No list is as good as an empty one, unless something is counted in it.
            JsonValueKind.Null when Total(root) is null or 0 => [],
            _ => null,
        },
        JsonValueKind.Object when root.TryGetProperty("id", out _) => [root],
        _ => null,
    };

    private static int? Total(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("total_results", out var number)
        && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var count)
            ? count
            : null;

    private static FailureException Unexpected(string operation) => new(new Failure(
        FailureKind.Protocol, "UnexpectedShape", $"PULPO answered {operation} in a shape that is not in its contract."));
}
