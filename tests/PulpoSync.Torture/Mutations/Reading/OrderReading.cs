using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Records;
using PulpoSync.Torture.Mutations.Recording;

namespace PulpoSync.Torture.Mutations.Reading;

/// <summary>
/// Holds what a connector made of orders against what the answers say, read by itself: every line with its article and pieces, or no order at all. Nothing is
/// left out in silence, and nothing that is missing is taken for nought.
/// </summary>
internal static class OrderReading
{
    /// <summary>What an order says that no answer says, or what became of an order that an answer has and nobody was told of; null: nothing.</summary>
    /// <param name="system">Vendor.</param>
    /// <param name="given">Answers.</param>
    /// <param name="kept">Those that were not asked for once more.</param>
    /// <param name="played">What the connector made of them.</param>
    public static string? Misread(string system, IReadOnlyList<Answer> given, IReadOnlyList<Answer> kept, Played played)
    {
        var orders = played.Records.OfType<Order>().ToList();
        if (orders.Count == 0) return null;
        var said = given.SelectMany(answer => In(system, answer)).ToLookup(KeyOf, StringComparer.Ordinal);
        foreach (var order in orders)
        {
            if (order.Key.Length == 0) return "an order without key";
            var versions = said[order.Key].ToList();
            var differences = versions.Select(node => system == "Shopify" ? ShopifyReading.Differs(node, order) : BillbeeReading.Differs(node, order)).ToList();
            if (!differences.Contains(null)) return $"order {order.Key}: {differences.FirstOrDefault() ?? "in no answer"}";
        }

        return Lost(kept.SelectMany(answer => In(system, answer)).Select(KeyOf).Where(key => key.Length > 0), played);

        string KeyOf(JsonElement node) => Text(node, system == "Shopify" ? "id" : "BillBeeOrderId") ?? "";
    }

    /// <summary>A member's text, or a number as it is written; null where there is neither.</summary>
    public static string? Text(JsonElement? node, string name) => Member(node, name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    /// <summary>A member; null where there is none.</summary>
    public static JsonElement? Member(JsonElement? node, string name) =>
        node is { ValueKind: JsonValueKind.Object } one && one.TryGetProperty(name, out var value) ? value : null;

    /// <summary>The items of a list; null where it is none.</summary>
    public static IReadOnlyList<JsonElement>? List(JsonElement? node, string name) => Member(node, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : null;

    /// <summary>A number of pieces; null where it is none.</summary>
    public static int? Pieces(JsonElement? node, string name) =>
        Member(node, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var pieces) && pieces >= 0 ? pieces : null;

    private static string? Lost(IEnumerable<string> keys, Played played)
    {
        var told = played.Records.OfType<Order>().Select(order => order.Key).Concat(played.Unreadable).ToHashSet(StringComparer.Ordinal);
        return keys.FirstOrDefault(key => !told.Contains(key)) is { } lost ? $"order {lost} is neither read nor refused" : null;
    }

    private static IEnumerable<JsonElement> In(string system, Answer answer)
    {
        if (Read(answer) is not { } root) return [];
        if (system != "Shopify") return List(root, "Data") ?? (Member(root, "Data") is { } one ? [one] : []);
        var data = Member(root, "data");
        return List(Member(data, "orders"), "nodes") ?? List(data, "nodes") ?? [];
    }

    private static JsonElement? Read(Answer answer)
    {
        if (answer.Status is < 200 or > 299) return null;
        try
        {
            using var message = answer.ToMessage();
            using var body = new MemoryStream();
            message.Content.CopyTo(body, null, default);
            using var json = JsonBody.TryParse(new HttpReply(answer.Status, body.ToArray(), new Dictionary<string, string>()));
            return json?.RootElement.Clone();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }
}
