using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>What has left of an order, by location and line, whoever shipped it. Shipments that were cancelled do not count.</summary>
internal sealed class ShippedGoods(Order order)
{
    /// <summary>Pieces that have left a location.</summary>
    public Dictionary<string, int> From(string location) => Sum(shipment => shipment.LocationKey == location);

    /// <summary>Pieces that have left from anywhere else.</summary>
    public Dictionary<string, int> NotFrom(string location) => Sum(shipment => shipment.LocationKey != location);

    /// <summary>Pieces that have left from anywhere.</summary>
    public Dictionary<string, int> All() => Sum(_ => true);

    private Dictionary<string, int> Sum(Func<Shipment, bool> counts)
    {
        var sum = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in order.Shipments.Where(shipment => shipment.Active && counts(shipment)).SelectMany(shipment => shipment.Lines))
        {
            sum[line.LineKey] = sum.GetValueOrDefault(line.LineKey) + line.Quantity;
        }

        return sum;
    }
}
