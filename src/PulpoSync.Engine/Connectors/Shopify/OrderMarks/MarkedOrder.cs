using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Shopify.OrderMarks;

/// <summary>Tags and note of an order.</summary>
internal sealed record MarkedOrder(string Key, IReadOnlyList<string> Tags, string? Note)
{
    public static MarkedOrder Read(JsonElement node) =>
        new(node.Text("id") ?? "", [.. node.Items("tags").Select(tag => tag.AsText()).OfType<string>()], node.Text("note"));

    /// <summary>Never prints what people wrote.</summary>
    public override string ToString() => Key;
}
