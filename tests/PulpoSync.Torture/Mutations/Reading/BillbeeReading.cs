using System.Globalization;
using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Torture.Mutations.Reading;

/// <summary>What Billbee says of an order, read without our reader.</summary>
internal static class BillbeeReading
{
    /// <summary>In what our order differs from what the entry says; null: in nothing.</summary>
    public static string? Differs(JsonElement node, Order order)
    {
        if (OrderReading.List(node, "OrderItems") is not { } lines) return "its lines are no list";
        if (lines.Count != order.Lines.Count) return $"{lines.Count} lines are read as {order.Lines.Count}";
        for (var at = 0; at < lines.Count; at++)
        {
            var (said, read) = (lines[at], order.Lines[at]);
            if (OrderReading.Text(said, "BillbeeId") is { Length: > 0 } id && id != read.Key) return $"line {at} has another key";
            var sku = OrderReading.Text(OrderReading.Member(said, "Product"), "SKU")?.Trim();
            if (sku != read.Sku) return $"line {at} is of {sku}, and read as {read.Sku}";
            if (!decimal.TryParse(OrderReading.Text(said, "Quantity"), NumberStyles.Float, CultureInfo.InvariantCulture, out var pieces) || pieces != read.Quantity) return $"line {at} asks for {OrderReading.Text(said, "Quantity")}, and is read as {read.Quantity}";
        }

        var open = order.FulfillmentOrders.SelectMany(part => part.Remaining).Sum(line => (long)line.Quantity);
        return open == order.Lines.Sum(line => (long)line.Quantity) ? null : "its place has other pieces to ship than its lines";
    }
}
