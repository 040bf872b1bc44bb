using System.Text.Json;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>
/// What an order has to say so that nothing of it is shipped wrongly. Shopify's schema promises all of it: an answer that lacks it was spoilt on its way, and
/// what is missing must not be taken for nought.
/// </summary>
internal static class OrderShape
{
    /// <summary>The first thing that is not there or of the wrong kind, in words; null: all is well.</summary>
    /// <param name="parts">The order.</param>
    /// <param name="isToShip">True where it was asked what there is to ship.</param>
    public static string? Missing(OrderParts parts, bool isToShip)
    {
        var head = parts.Head;
        if (!IsMomentOrNull(head, "cancelledAt")) return "saying whether it is cancelled";
        if (!IsFlag(head, "test")) return "saying whether it is a test";
        if (head.Get("lineItems") is null) return "its lines";
        if (!AreDistinct(parts.Lines.Nodes) || !parts.Lines.Nodes.TrueForAll(IsLine)) return "a usable line (id, currentQuantity or requiresShipping)";
        if (isToShip && head.Get("fulfillmentOrders") is null) return "its fulfilment orders";
        var lines = parts.Lines.Nodes.Select(line => line.Text("id")!).ToHashSet(StringComparer.Ordinal);
        var orders = parts.FulfillmentOrders.Nodes;
        if (!AreDistinct(orders) || !orders.TrueForAll(IsFulfillmentOrder)) return "a usable fulfilment order (id, status or deliveryMethod)";
        if (!orders.TrueForAll(order => ArePieces(parts, order, "lineItems", "remainingQuantity", lines))) return "a usable line of a fulfilment order (lineItem or remainingQuantity)";
        if (head.Get("fulfillments") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() != parts.Fulfillments.Count) return "its fulfilments";
        if (!AreDistinct(parts.Fulfillments) || !parts.Fulfillments.All(sent => sent.Text("status") is not null)) return "a usable fulfilment (id or status)";
        return parts.Fulfillments.All(sent => ArePieces(parts, sent, "fulfillmentLineItems", "quantity", lines)) ? null : "a usable line of a fulfilment (lineItem or quantity)";
    }

    private static bool IsLine(JsonElement line) => line.Count("currentQuantity") >= 0 && IsFlag(line, "requiresShipping");

    private static bool IsFulfillmentOrder(JsonElement order) =>
        order.Text("status") is not null && order.TryGetProperty("deliveryMethod", out var method) && (method.ValueKind is JsonValueKind.Null || method.Text("methodType") is not null);

    // Pieces of a line that the order does not have would be shipped by nobody.
    private static bool ArePieces(OrderParts parts, JsonElement owner, string list, string quantity, HashSet<string> lines) => owner.Get(list) is not null
        && parts.LinesOf(owner).Nodes.TrueForAll(line => line.Count(quantity) >= 0 && line.Get("lineItem")?.Text("id") is { } id && lines.Contains(id));

    // Two of one id cannot be told apart, and their lines neither.
    private static bool AreDistinct(IReadOnlyList<JsonElement> nodes)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return nodes.All(node => node.Text("id") is { Length: > 0 } id && ids.Add(id));
    }

    private static bool IsFlag(JsonElement element, string name) => element.Get(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False };

    private static bool IsMomentOrNull(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && (value.ValueKind is JsonValueKind.Null || element.Moment(name) is not null);
}
