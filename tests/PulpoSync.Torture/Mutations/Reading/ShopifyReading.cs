using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Torture.Mutations.Reading;

/// <summary>What Shopify says of an order, read without our reader.</summary>
internal static class ShopifyReading
{
    /// <summary>In what our order differs from what the node says; null: in nothing.</summary>
    public static string? Differs(JsonElement node, Order order)
    {
        if (OrderReading.Text(node, "name") != order.Name) return "another name";
        if (OrderReading.Member(node, "cancelledAt") is not { } cancelled) return "it is not said whether it is cancelled";
        if ((cancelled.ValueKind is JsonValueKind.Null) != order.CancelledAt is null) return $"cancelled {cancelled} is read as {order.CancelledAt}";
        if (OrderReading.Member(node, "test") is not { ValueKind: JsonValueKind.True or JsonValueKind.False } test || test.GetBoolean() != order.IsTest) return "it is not said whether it is a test";
        return LinesDiffer(node, order) ?? PartsDiffer(node, order);
    }

    private static string? LinesDiffer(JsonElement node, Order order)
    {
        if (Whole(OrderReading.Member(node, "lineItems")) is not { } lines) return "its lines are no list";
        if (lines.Count > order.Lines.Count) return $"{lines.Count} lines are read as {order.Lines.Count}";
        for (var at = 0; at < lines.Count; at++)
        {
            var (said, read) = (lines[at], order.Lines[at]);
            if (OrderReading.Text(said, "id") is not { Length: > 0 } id || id != read.Key) return $"line {at} has another key";
            if (OrderReading.Text(said, "sku") != read.Sku) return $"line {at} is of {OrderReading.Text(said, "sku")}, and read as {read.Sku}";
            if (OrderReading.Pieces(said, "currentQuantity") is not { } pieces || pieces != read.Quantity) return $"line {at} asks for {OrderReading.Text(said, "currentQuantity")}, and is read as {read.Quantity}";
            if (OrderReading.Member(said, "requiresShipping") is not { ValueKind: JsonValueKind.True or JsonValueKind.False } ships || ships.GetBoolean() != read.RequiresShipping) return $"line {at} ships otherwise";
        }

        return null;
    }

    private static string? PartsDiffer(JsonElement node, Order order)
    {
        if (Whole(OrderReading.Member(node, "fulfillmentOrders")) is not { } parts) return "its fulfilment orders are no list";
        if (parts.Count > order.FulfillmentOrders.Count) return $"{parts.Count} fulfilment orders are read as {order.FulfillmentOrders.Count}";
        for (var at = 0; at < parts.Count; at++)
        {
            var (said, read) = (parts[at], order.FulfillmentOrders[at]);
            if (OrderReading.Text(said, "id") is not { Length: > 0 } id || id != read.Key) return $"fulfilment order {at} has another key";
            if (OrderReading.Text(said, "status")?.ToUpperInvariant() != read.StateText) return $"fulfilment order {at} is in another state";
            if (OrderReading.Text(OrderReading.Member(OrderReading.Member(said, "assignedLocation"), "location"), "id") != read.LocationKey) return $"fulfilment order {at} is elsewhere";
            if (Whole(OrderReading.Member(said, "lineItems")) is not { } lines) return $"the lines of fulfilment order {at} are no list";
            var remaining = new List<LineQuantity>();
            foreach (var line in lines)
            {
                if (OrderReading.Pieces(line, "remainingQuantity") is not { } pieces || OrderReading.Text(OrderReading.Member(line, "lineItem"), "id") is not { } key) return $"fulfilment order {at} has a line that is none";
                if (pieces > 0) remaining.Add(new LineQuantity(key, pieces));
            }

            if (!remaining.SequenceEqual(read.Remaining.Take(remaining.Count))) return $"fulfilment order {at} has other lines";
        }

        return null;
    }

    // A list has to say whether there is more of it.
    private static IReadOnlyList<JsonElement>? Whole(JsonElement? list) =>
        OrderReading.Member(OrderReading.Member(list, "pageInfo"), "hasNextPage") is { ValueKind: JsonValueKind.True or JsonValueKind.False } ? OrderReading.List(list, "nodes") : null;
}
