using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Torture.Faults;

/// <summary>Answers whose paging is wrong. Each vendor has its own way to say that there is more.</summary>
internal static class Pages
{
    private const int Endless = 1_000_000;

    /// <summary>Where paging is ignored: the first page of a list says that there is another one, which is the first again, as it is.</summary>
    public static Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Repeated()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return body =>
        {
            lock (seen) return seen.Add(Encoding.UTF8.GetString(body.Span)) ? Saying(body, isMore: true, twice: true) : body;
        };
    }

    /// <summary>Where paging is ignored: each page says that there is another one.</summary>
    public static ReadOnlyMemory<byte> NeverEnding(ReadOnlyMemory<byte> body) => Saying(body, isMore: true, twice: false);

    /// <summary>Whether an answer says whether there is more.</summary>
    public static bool Are(ReadOnlyMemory<byte> body) => !Saying(body, isMore: false, twice: true).Span.SequenceEqual(body.Span);

    /// <summary>What was asked for is left out, and an error says that we may not see it.</summary>
    public static ReadOnlyMemory<byte> AccessDenied(ReadOnlyMemory<byte> body)
    {
        if (Parsed(body) is not { } root || root["data"] is not JsonObject { Count: > 0 } data) return body;
        var field = data.First().Key;
        data[field] = null;
        root["errors"] = new JsonArray(new JsonObject
        {
            ["message"] = $"Access denied for {field} field.", ["path"] = new JsonArray(field), ["extensions"] = new JsonObject { ["code"] = "ACCESS_DENIED" },
        });
        return Bytes(root);
    }

    /// <summary>Members that nobody has heard of.</summary>
    public static ReadOnlyMemory<byte> Unknown(ReadOnlyMemory<byte> body)
    {
        if (Parsed(body) is not { } root) return body;
        Extend(root);
        return Bytes(root);
    }

    private static void Extend(JsonNode node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items.OfType<JsonNode>()) Extend(item);
            return;
        }

        if (node is not JsonObject members) return;
        foreach (var (_, child) in members.ToList()) if (child is not null) Extend(child);
        members["future_field"] = new JsonObject { ["value"] = 1 };
    }

    private static ReadOnlyMemory<byte> Saying(ReadOnlyMemory<byte> body, bool isMore, bool twice)
    {
        if (Parsed(body) is not { } root) return body;
        foreach (var info in Objects(root).Where(one => one.ContainsKey("hasNextPage"))) info["hasNextPage"] = isMore && info["endCursor"] is not null;
        if (root is JsonObject top && top["total_results"] is JsonValue total) top["total_results"] = twice ? 2 * total.GetValue<int>() : Endless;
        if (root["Paging"] is JsonObject paging)
        {
            paging["TotalPages"] = twice ? 2 : Endless;
            paging["TotalRows"] = twice ? 2 * paging["TotalRows"]!.GetValue<int>() : Endless;
        }

        return Bytes(root);
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).SelectMany(Objects).Append(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };

    private static byte[] Bytes(JsonNode root) => Encoding.UTF8.GetBytes(root.ToJsonString());

    // A list that is no object has no paging.
    private static JsonObject? Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : JsonNode.Parse(body.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
