using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>Which shipments of an order are those of one packing.</summary>
/// <param name="write">The packing.</param>
/// <param name="order">The order, as it is read and changed.</param>
/// <param name="ids">Ids that are known to be its own; grows.</param>
/// <param name="others">Ids that are known to be those of other packings.</param>
internal sealed class OwnShipments(Write<PackedGoods> write, ShippingOrder order, HashSet<string> ids, HashSet<string> others)
{
    private readonly ShipmentTracking _all = ShipmentTracking.Of(write.Record, [.. write.Record.Lines.Select(line => line.LineKey)]);

    /// <summary>True where it was told, and people have cancelled all of it in the shop.</summary>
    public bool AreCancelled => ids.Count > 0 && !order.Told.Exists(told => ids.Contains(told.Id) && told.IsActive);

    /// <summary>Adds one that was just told.</summary>
    public void Add(string id) => ids.Add(id);

    /// <summary>
    /// Its shipments, in the shop's sequence: those that are its own, those that carry one of its tracking numbers; and, where an earlier try may have been
    /// executed, those without tracking that hold nothing but its goods and are nobody else's.
    /// </summary>
    public IReadOnlyList<ToldShipment> Found()
    {
        var free = order.Told.Where(told => !others.Contains(told.Id) && !order.IsClaimed(told.Id)).ToList();
        var found = free.Where(told => ids.Contains(told.Id) || (told.IsActive && told.Tracking.Shares(_all))).ToHashSet();
        if (!write.Ref.InDoubt) return [.. free.Where(found.Contains)];
        foreach (var told in free.Where(told => told.IsActive && told.Tracking.Numbers.Count == 0 && told.Lines.Count > 0 && !found.Contains(told)))
        {
            var rest = Rest(found).ToDictionary(line => line.LineKey, line => line.Quantity, StringComparer.Ordinal);
            if (told.Lines.All(line => rest.GetValueOrDefault(line.LineKey) >= line.Quantity)) found.Add(told);
        }

        return [.. free.Where(found.Contains)];
    }

    /// <summary>Packed lines with the pieces that the shop does not know of.</summary>
    public IEnumerable<PackedLine> Rest() => Rest(Found());

    /// <summary>The tracking that a shipment is to get; null where it has what it needs.</summary>
    public ShipmentTracking? NewTracking(ToldShipment shipment)
    {
        var tracking = ShipmentTracking.Of(write.Record, [.. shipment.Lines.Select(line => line.LineKey)]);
        // What people told by hand is theirs: only a number that is missing there is a reason to touch it.
        var isHandmade = !ids.Contains(shipment.Id) && shipment.Tracking.Numbers.Count > 0;
        var isThere = isHandmade ? !tracking.Numbers.Except(shipment.Tracking.Numbers, StringComparer.OrdinalIgnoreCase).Any() : tracking.IsIn(shipment.Tracking);
        return isThere ? null : tracking;
    }

    private IEnumerable<PackedLine> Rest(IReadOnlyCollection<ToldShipment> found)
    {
        var told = found.SelectMany(shipment => shipment.Lines).GroupBy(line => line.LineKey, StringComparer.Ordinal)
            .ToDictionary(line => line.Key, line => line.Sum(part => part.Quantity), StringComparer.Ordinal);
        return write.Record.Lines.Select(line => line with { Quantity = line.Quantity - told.GetValueOrDefault(line.LineKey) }).Where(line => line.Quantity > 0);
    }
}
