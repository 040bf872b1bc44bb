using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>A node of a list, with what Shopify refused of it.</summary>
/// <param name="Head">The node.</param>
/// <param name="Refused">Its own fields of which the app may not see (parts).</param>
/// <param name="IsBroken">True where Shopify failed over a part of it.</param>
internal sealed record ShopNode(JsonElement Head, IReadOnlyCollection<string> Refused, bool IsBroken)
{
    /// <summary>Pairs the nodes with the errors that name them.</summary>
    /// <param name="owner">What holds the list <c>nodes</c>.</param>
    /// <param name="errors">The answer's errors.</param>
    /// <param name="mayLack">True where null, or an object without id, stands for a node that does not exist.</param>
    /// <returns>The nodes; null where there is no list of nodes, or one that holds something else.</returns>
    public static IReadOnlyList<ShopNode>? Read(JsonElement owner, IReadOnlyList<ShopifyError> errors, bool mayLack)
    {
        var byNode = errors.Where(error => error.Node is not null).ToLookup(error => error.Node!.Value.Index);
        var nodes = new List<ShopNode>();
        if (owner.Get("nodes") is not { ValueKind: JsonValueKind.Array } list) return null;
        var index = 0;
        foreach (var node in list.EnumerateArray())
        {
            var mine = byNode[index++].ToList();
            if (node.Id() is null)
            {
                if (mayLack && node.ValueKind is JsonValueKind.Null or JsonValueKind.Object && node.Get("id") is null) continue;
                return null;
            }

            nodes.Add(new ShopNode(
                node,
                [.. mine.Where(error => error.Code == ShopifyError.AccessDenied).Select(error => error.Node!.Value.Field)],
                mine.Exists(error => error.Code != ShopifyError.AccessDenied)));
        }

        return nodes;
    }
}
