using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Shopify.OrderMarks;

/// <summary>Tags and note of an order.</summary>
internal sealed record MarkedOrder(string Key, IReadOnlyList<string> Tags, string? Note)
{
    /// <summary>Reads it; null where tags or note are of another kind: taken for none, what people wrote would be lost.</summary>
    public static MarkedOrder? Read(JsonElement node) =>
        node.Get("tags") is { ValueKind: JsonValueKind.Array } && node.Get("note") is null or { ValueKind: JsonValueKind.String }
            ? new MarkedOrder(node.Text("id") ?? "", [.. node.Items("tags").Select(tag => tag.AsText()).OfType<string>()], node.Text("note"))
            : null;

    /// <summary>Never prints what people wrote.</summary>
    public override string ToString() => Key;
}
