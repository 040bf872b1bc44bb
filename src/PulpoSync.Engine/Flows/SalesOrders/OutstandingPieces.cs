using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Rules;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// The pieces of an order that are still to be shipped and that no delivery at the destination holds, whatever the reason: left out by a filter, waiting,
/// parked, of unknown outcome. Whoever tells the shop how much there is has to take them off.
/// </summary>
internal static class OutstandingPieces
{
    public static IReadOnlyList<Outstanding> Of(Order order, IReadOnlyList<LedgerRow> rows, SalesOrderSettings settings)
    {
        var open = order.FulfillmentOrders.Any(one => one.State is not FulfillmentState.Closed && one.Remaining.Any(line => line.Quantity > 0));
        if (!open) return [];
        var deliveries = rows.Where(row => !row.Part.StartsWith('@')).ToList();
        var needs = LocationNeed.Read(new OrderDraft { Order = order }, settings, []);
        // What the warehouse alone has cancelled is no longer there: the shop still has to ship it.
        var picked = new PickedGoods(order, needs, deliveries, recreate: true);
        var skus = order.Lines.ToDictionary(line => line.Key, line => line.Sku?.Trim(), StringComparer.Ordinal);
        return
        [
            .. from need in needs
               where need.Warehouse is not null
               from line in need.Everything().Less(picked.At(need.Key)).Less(Queued(deliveries, need.Key))
               let sku = skus.GetValueOrDefault(line.Key)
               where !string.IsNullOrEmpty(sku)
               group line.Value by (need.Warehouse, sku) into pieces
               select new Outstanding(pieces.Key.Warehouse!, pieces.Key.sku!, pieces.Sum(), HasLeft: false),
        ];
    }

    private static Dictionary<string, int> Queued(IEnumerable<LedgerRow> deliveries, string location)
    {
        var held = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in deliveries.Where(row => row.IsAlive && !row.Locked && OrderNumbers.LocationOf(row.Part) == location)) held.Add(HeldLines.Parse(row.Held).Lines);
        return held;
    }
}
