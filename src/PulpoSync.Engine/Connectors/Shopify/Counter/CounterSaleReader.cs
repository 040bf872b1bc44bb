using System.Text.Json;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Counter;

/// <summary>Reads what was sold at a till.</summary>
internal static class CounterSaleReader
{
    /// <summary>Shopify's name of its point of sale as the source of orders.</summary>
    public const string Source = "pos";

    /// <summary>True for an order of the point of sale that was closed at a retail location.</summary>
    public static bool IsCounterSale(JsonElement order) =>
        string.Equals(order.Text("sourceName"), Source, StringComparison.OrdinalIgnoreCase) && order.Get("retailLocation")?.Text("id") is not null;

    /// <summary>The sale; null where it lacks what none can be without.</summary>
    public static CounterSale? Read(OrderParts parts)
    {
        if (OrderReader.Read(parts, addressRefused: false) is not { } order || parts.Head.Get("retailLocation") is not { } location) return null;
        var handedOver = HandedOver(order, location.Text("id")!);
        return new CounterSale
        {
            Order = order with { Lines = [.. order.Lines.Select(line => line with { Quantity = Math.Min(line.Quantity, handedOver.GetValueOrDefault(line.Key)) })] },
            LocationKey = location.Text("id")!,
            LocationName = location.Text("name"),
        };
    }

    // A sale at the till may have lines that are sent to the customer later. What went over the counter is fulfilled at the retail location and has no
    // tracking number, for nobody carried it (inferred: Shopify does not say how its point of sale records the two).
    private static Dictionary<string, int> HandedOver(Order order, string location) => order.Shipments
        .Where(shipment => shipment.Active && shipment.LocationKey == location && shipment.TrackingNumbers.Count == 0)
        .SelectMany(shipment => shipment.Lines)
        .GroupBy(line => line.LineKey, StringComparer.Ordinal)
        .ToDictionary(line => line.Key, line => line.Sum(pieces => pieces.Quantity), StringComparer.Ordinal);
}
