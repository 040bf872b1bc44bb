using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// Pieces that a shop lists in an order that it has closed, and that no delivery holds: added after the last look, before the shop was told that the order
/// has left. It comes where a shop knows one state for the whole order; one that counts what leaves lists nothing in what it has closed.
/// </summary>
internal sealed class LatePieces(Order order, IReadOnlyList<LedgerRow> deliveries)
{
    private readonly ShippedGoods _shipped = new(order);

    /// <summary>Pieces by line; none where a delivery does not say what it holds.</summary>
    public Dictionary<string, int> At(string location)
    {
        var late = Closed(order, location);
        if (late.Count == 0) return late;
        var held = deliveries.Where(row => OrderNumbers.LocationOf(row.Part) == location && MayHold(row)).Select(row => HeldLines.Parse(row.Held).Lines).ToList();
        return held.Exists(lines => lines.Count == 0) ? [] : held.Aggregate(late, (rest, lines) => rest.Less(lines)).Less(_shipped.All());
    }

    /// <summary>The delivery of a location that tells of them; null: there is none.</summary>
    public LedgerRow? LastAt(string location) => deliveries.Where(row => row.IsAlive && OrderNumbers.LocationOf(row.Part) == location).MaxBy(row => row.Ordinal);

    /// <summary>What an order of which nothing is open still lists at a location, by line.</summary>
    public static Dictionary<string, int> Closed(Order order, string location)
    {
        if (order.FulfillmentOrders.Any(one => one.State is not FulfillmentState.Closed)) return [];
        var lines = order.Lines.Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        return order.FulfillmentOrders.Where(one => one.LocationKey == location).SelectMany(one => one.Remaining)
            .Where(line => line.Quantity > 0 && lines.Contains(line.LineKey))
            .GroupBy(line => line.LineKey, StringComparer.Ordinal).ToDictionary(line => line.Key, line => line.Sum(one => one.Quantity), StringComparer.Ordinal);
    }

    private static bool MayHold(LedgerRow row) => row.IsAlive || row.State is LedgerState.Pending || PickedGoods.IsGone(row);
}
