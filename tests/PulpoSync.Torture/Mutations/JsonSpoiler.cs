using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Torture.Secrets;

namespace PulpoSync.Torture.Mutations;

/// <summary>Spoils JSON at a depth: what is right elsewhere is of the wrong kind there.</summary>
internal static class JsonSpoiler
{
    /// <summary>Ways to spoil a value; each leaves alone what it does not concern.</summary>
    public static IReadOnlyList<(string Name, Func<JsonNode?, JsonNode?> Change)> Changes { get; } =
    [
        ("null for objects and lists", node => node is JsonObject or JsonArray ? null : node),
        ("text for objects and lists", node => node is JsonObject or JsonArray ? Canaries.Name : node),
        ("lists for objects and objects for lists", Swapped),
        ("null for values", node => node is JsonValue ? null : node),
        ("objects for values", node => node is JsonValue ? new JsonObject { ["x"] = Canaries.Name } : node),
        ("text for numbers and numbers for text", OfOtherKind),
        ("blank for text", node => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? "" : node),
    ];

    /// <summary>Changes all that lies at a depth; 1 is the root's own content.</summary>
    /// <returns>The spoilt answer; the same where there is nothing of the kind.</returns>
    public static ReadOnlyMemory<byte> At(ReadOnlyMemory<byte> body, int depth, Func<JsonNode?, JsonNode?> change)
    {
        if (Parse(body) is not { } root) return body;
        Walk(root, depth, change);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    /// <summary>How deep an answer goes.</summary>
    public static int DepthOf(ReadOnlyMemory<byte> body) => Parse(body) is { } root ? Depth(root) : 0;

    /// <summary>Replaces one value by chance with something of another kind. Null is none: for much of what vendors tell it is an answer.</summary>
    public static ReadOnlyMemory<byte> Anywhere(ReadOnlyMemory<byte> body, Random random)
    {
        if (Parse(body) is not { } root) return body;
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        if (nodes.Count == 0) return body;
        var node = nodes[random.Next(nodes.Count)];
        JsonNode[] odd = [Canaries.Name, -1, 1e30, true, new JsonArray(), new JsonObject(), new JsonArray(null, null), "9999-99-99T99:99:99Z"];
        var others = odd.Where(one => one.GetValueKind() != node.GetValueKind()).ToList();
        node.ReplaceWith(others[random.Next(others.Count)]);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    /// <summary>Puts half of an emoji, as an escape, in front of every text.</summary>
    public static ReadOnlyMemory<byte> HalfEmoji(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(body.Span).Replace(":\"", ":\"\\ud83c", StringComparison.Ordinal));

    /// <summary>Puts a byte that is no UTF-8 in front of every text.</summary>
    public static ReadOnlyMemory<byte> BrokenUtf8(ReadOnlyMemory<byte> body) => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(body.Span).Replace(":\"", ":\"\u00ff", StringComparison.Ordinal));

    private static JsonNode? Swapped(JsonNode? node) => node switch
    {
        JsonArray => new JsonObject { ["x"] = Canaries.Name },
        JsonObject => new JsonArray(Canaries.Name),
        _ => node,
    };

    private static JsonNode? OfOtherKind(JsonNode? node) => node is not JsonValue value ? node : value.GetValueKind() switch
    {
        JsonValueKind.String => 4711,
        JsonValueKind.Number => Canaries.Name,
        _ => "yes",
    };

    private static void Walk(JsonNode node, int depth, Func<JsonNode?, JsonNode?> change)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, child) in members.ToList())
                {
                    if (depth > 1 && child is not null) Walk(child, depth - 1, change);
                    else if (depth == 1 && change(child) is var changed && changed != child) members[name] = changed;
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    if (depth > 1 && items[index] is { } child) Walk(child, depth - 1, change);
                    else if (depth == 1 && change(items[index]) is var changed && changed != items[index]) items[index] = changed;
                }

                break;
        }
    }

    private static IEnumerable<JsonNode?> Children(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    };

    private static int Depth(JsonNode node) => Children(node).Select(child => 1 + (child is null ? 0 : Depth(child))).DefaultIfEmpty(0).Max();

    private static void Collect(JsonNode node, List<JsonNode> found)
    {
        foreach (var child in Children(node).OfType<JsonNode>())
        {
            found.Add(child);
            Collect(child, found);
        }
    }

    private static JsonNode? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonNode.Parse(body.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
