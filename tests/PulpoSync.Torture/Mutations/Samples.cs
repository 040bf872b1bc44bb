using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Torture.Mutations;

/// <summary>Captured answers of real shops.</summary>
internal static class Samples
{
    public static string Folder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("PULPOSYNC_SAMPLES") ?? Path.Combine(Repository.Root, "..", "shared", "samples"), "shopify");

    /// <summary>Every order in the captured answers, with the file and the place it stands in.</summary>
    public static IEnumerable<(string File, string Place, JsonElement Order)> Orders()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "graphql-*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var (place, order) in In(json.RootElement.Clone(), "")) yield return (Path.GetFileName(file), place, order);
        }
    }

    /// <summary>An order as our request would have got it: what was not asked for at that time is filled in.</summary>
    public static JsonObject Completed(JsonElement captured)
    {
        var order = JsonNode.Parse(captured.GetRawText())!.AsObject();
        order["name"] ??= "#0";
        order["createdAt"] ??= "2026-01-01T00:00:00Z";
        order["updatedAt"] ??= "2026-01-01T00:00:00Z";
        Complete(order);
        return order;
    }

    // Who captured them did not always ask whether there is more of a list; we always do.
    private static void Complete(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Complete(item);
        }

        if (node is not JsonObject one) return;
        if (one["nodes"] is JsonArray) one["pageInfo"] ??= new JsonObject { ["hasNextPage"] = false };
        foreach (var (_, value) in one.ToList()) Complete(value);
    }

    private static IEnumerable<(string Place, JsonElement Order)> In(JsonElement element, string place) => element.ValueKind switch
    {
        JsonValueKind.Object => (IsOrder(element) ? [(place, element)] : Array.Empty<(string, JsonElement)>())
            .Concat(element.EnumerateObject().SelectMany(member => In(member.Value, $"{place}/{member.Name}"))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => In(item, $"{place}/{index}")),
        _ => [],
    };

    private static bool IsOrder(JsonElement element) =>
        element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString()!.StartsWith("gid://shopify/Order/", StringComparison.Ordinal);
}
