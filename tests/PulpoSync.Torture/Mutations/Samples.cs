using System.Text.Json;

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
