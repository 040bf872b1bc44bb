using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// What deliveries hold that cannot be changed any more, because the warehouse has begun (or has cancelled them by itself). Goods that were picked at one
/// location and then moved to another in the shop are picked all the same: they are taken off what the other location wants.
/// </summary>
internal sealed class PickedGoods
{
    private readonly Dictionary<string, Dictionary<string, int>> _byLocation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _elsewhere = new(StringComparer.Ordinal);

    public PickedGoods(Order order, IReadOnlyList<LocationNeed> needs, IEnumerable<LedgerRow> deliveries, bool recreate)
    {
        foreach (var row in deliveries.Where(row => Holds(row, recreate)))
        {
            var location = OrderNumbers.LocationOf(row.Part);
            if (!_byLocation.TryGetValue(location, out var sum)) _byLocation[location] = sum = new(StringComparer.Ordinal);
            sum.Add(HeldLines.Parse(row.Held).Lines);
        }

        foreach (var (location, held) in _byLocation) _elsewhere.Add(Surplus(order, needs, location, held));
    }

    /// <summary>Pieces held at a location.</summary>
    public IReadOnlyDictionary<string, int> At(string location) =>
        _byLocation.TryGetValue(location, out var held) ? held : new Dictionary<string, int>();

    /// <summary>Takes from what a location wants the pieces that were picked elsewhere.</summary>
    public Dictionary<string, int> TakeElsewhere(Dictionary<string, int> wanted)
    {
        var rest = wanted.Less(_elsewhere);
        foreach (var (line, pieces) in wanted)
        {
            if (_elsewhere.TryGetValue(line, out var surplus)) _elsewhere[line] = Math.Max(0, surplus - pieces);
        }

        return rest;
    }

    /// <summary>Pieces that are held at a location although it has neither to ship them nor has shipped them.</summary>
    public static Dictionary<string, int> Surplus(
        Order order, IReadOnlyList<LocationNeed> needs, string location, IReadOnlyDictionary<string, int> held)
    {
        var accounted = needs.FirstOrDefault(need => need.Key == location)?.Everything() ?? [];
        foreach (var shipment in order.Shipments.Where(s => s.Active && s.LocationKey == location))
        {
            foreach (var line in shipment.Lines) accounted[line.LineKey] = accounted.GetValueOrDefault(line.LineKey) + line.Quantity;
        }

        return held.Less(accounted);
    }

    /// <summary>True for a delivery that was cancelled or deleted in the warehouse alone.</summary>
    public static bool IsGone(LedgerRow row) =>
        row.State is LedgerState.Cancelled && row.Reason is ReasonCodes.CancelledAtDestination or ReasonCodes.GoneAtDestination;

    /// <summary>True for a delivery that was taken back because its lines were moved or removed.</summary>
    public static bool IsWithdrawn(LedgerRow row) => row is { State: LedgerState.Cancelled, Reason: ReasonCodes.Withdrawn };

    private static bool Holds(LedgerRow row, bool recreate) => (row.IsAlive && row.Locked) || (!recreate && IsGone(row));
}
