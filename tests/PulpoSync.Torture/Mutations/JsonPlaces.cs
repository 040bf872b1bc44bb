using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Torture.Mutations;

/// <summary>The places of a JSON text, each of which can be given any other text, also one that is no JSON.</summary>
internal sealed class JsonPlaces
{
    private const string Mark = "@@here@@";

    private readonly JsonNode _root;

    private JsonPlaces(JsonNode root) => _root = root;

    /// <summary>Reads a text; null where it has no places.</summary>
    public static JsonPlaces? Of(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject or JsonArray ? new JsonPlaces(JsonNode.Parse(body)!) : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A place by chance: half the time any, half the time one found by going down from the top, where there are fewer and they mean more.</summary>
    public JsonPlace? Any(Random random)
    {
        if (random.Next(2) == 0) return Pick(All(_root).ToList(), random);
        JsonPlace? found = null;
        for (var node = _root; Children(node).ToList() is { Count: > 0 } children;)
        {
            found = children[random.Next(children.Count)];
            if (random.Next(5) == 0 || found.Value is null) break;
            node = found.Value;
        }

        return found;
    }

    /// <summary>A place by chance of those that fit.</summary>
    public JsonPlace? Any(Random random, Func<JsonPlace, bool> fits) => Pick(All(_root).Where(fits).ToList(), random);

    /// <summary>The text with another one at a place.</summary>
    /// <param name="place">Place.</param>
    /// <param name="raw">What stands there then, as it is written.</param>
    public byte[] With(JsonPlace place, string raw)
    {
        place.Set(Mark);
        return Encoding.UTF8.GetBytes(_root.ToJsonString().Replace($"\"{Mark}\"", raw, StringComparison.Ordinal));
    }

    /// <summary>The text with a member twice, the second time as given.</summary>
    public byte[] WithTwice(JsonPlace place, string raw)
    {
        var name = JsonSerializer.Serialize(place.Name);
        return With(place, $"{place.Value?.ToJsonString() ?? "null"},{name}:{raw}");
    }

    /// <summary>The text without a place.</summary>
    public byte[] Without(JsonPlace place)
    {
        place.Remove();
        return Encoding.UTF8.GetBytes(_root.ToJsonString());
    }

    private static JsonPlace? Pick(List<JsonPlace> places, Random random) => places.Count == 0 ? null : places[random.Next(places.Count)];

    private static IEnumerable<JsonPlace> All(JsonNode node) => Children(node).SelectMany(child => child.Value is { } value ? All(value).Prepend(child) : [child]);

    private static IEnumerable<JsonPlace> Children(JsonNode node) => node switch
    {
        JsonObject members => members.Select(member => new JsonPlace(members, member.Key, -1, member.Value)),
        JsonArray items => items.Select((item, index) => new JsonPlace(items, null, index, item)),
        _ => [],
    };
}
