using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>The nodes of one answer, each with what Shopify refused of it.</summary>
internal sealed record OrderNode(JsonElement Head, bool AddressRefused, bool IsBroken)
{
    /// <summary>Pairs the nodes with the errors that name them.</summary>
    /// <param name="owner">What holds the list <c>nodes</c>.</param>
    /// <param name="errors">The answer's errors.</param>
    public static IReadOnlyList<OrderNode> Read(JsonElement owner, IReadOnlyList<ShopifyError> errors)
    {
        var byNode = errors.Where(error => error.Node is not null).ToLookup(error => error.Node!.Value.Index);
        var nodes = new List<OrderNode>();
        if (owner.Get("nodes") is not { ValueKind: JsonValueKind.Array } list) return nodes;
        var index = 0;
        foreach (var node in list.EnumerateArray())
        {
            var mine = byNode[index++].ToList();
            if (node.ValueKind != JsonValueKind.Object || node.Get("id") is null) continue;
            nodes.Add(new OrderNode(
                node,
                mine.Exists(error => error is { Code: ShopifyError.AccessDenied, Node.Field: "shippingAddress" }),
                mine.Exists(error => error.Code != ShopifyError.AccessDenied)));
        }

        return nodes;
    }
}
