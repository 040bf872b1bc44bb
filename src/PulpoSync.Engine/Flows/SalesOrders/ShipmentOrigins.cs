using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// Where shipments come from that we have told the shop ourselves: the location of the delivery that was packed. The shop names the one that its lines
/// stood at by then, which is another where they were moved after picking; to the import that delivery would seem to hold its pieces for ever.
/// </summary>
/// <param name="told">What is known of the telling of packings, by the numbers of deliveries.</param>
internal sealed class ShipmentOrigins(Func<IReadOnlyCollection<string>, IReadOnlyList<LedgerRow>> told)
{
    /// <summary>The order, with its own deliveries' shipments at the locations that they were ordered from.</summary>
    public Order Of(Order order, IEnumerable<LedgerRow> deliveries)
    {
        var shipped = order.Shipments.Where(shipment => shipment.Active).Select(shipment => shipment.LocationKey).ToHashSet(StringComparer.Ordinal);
        if (shipped.Count == 0) return order;
        // Where everything has left from one place and belongs there, which is nearly always so, nobody is asked.
        var moved = deliveries.Where(row => row.IsAlive && !shipped.SetEquals([OrderNumbers.LocationOf(row.Part)]))
            .ToLookup(row => row.Number, row => OrderNumbers.LocationOf(row.Part), StringComparer.Ordinal);
        if (moved.Count == 0) return order;
        var origins = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in told([.. moved.Select(one => one.Key)]))
        {
            foreach (var shipment in DestinationIds.Of(row.DestinationId)) origins.TryAdd(shipment, moved[row.Number].First());
        }

        return order with
        {
            Shipments = [.. order.Shipments.Select(one => origins.TryGetValue(one.Key, out var location) ? one with { LocationKey = location } : one)],
        };
    }
}
