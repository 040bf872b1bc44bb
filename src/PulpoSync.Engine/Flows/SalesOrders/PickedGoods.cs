using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Flows.SalesOrders;

/// <summary>
/// What deliveries hold that cannot be changed any more, because the warehouse has begun (or has cancelled them by itself), and that has not left yet.
/// Goods that were picked at one location and then moved to another in the shop are picked all the same.
/// </summary>
internal sealed class PickedGoods
{
    private readonly Order _order;
    private readonly ShippedGoods _shipped;
    private readonly IReadOnlyList<LocationNeed> _needs;
    private readonly ILookup<string, LedgerRow> _holding;

    public PickedGoods(Order order, IReadOnlyList<LocationNeed> needs, IEnumerable<LedgerRow> deliveries, bool recreate)
    {
        (_order, _shipped, _needs) = (order, new ShippedGoods(order), needs);
        _holding = deliveries.Where(row => Holds(row, recreate)).OrderBy(row => row.Ordinal).ToLookup(row => OrderNumbers.LocationOf(row.Part), StringComparer.Ordinal);
    }

    /// <summary>Pieces in the warehouse's hands at a location.</summary>
    public Dictionary<string, int> At(string location) => Unshipped(location, _holding[location]);

    /// <summary>Pieces that have been in the warehouse's hands at a location, or had left it before; those still there among them.</summary>
    public Dictionary<string, int> EverAt(string location)
    {
        var (rest, counted) = Count(location, _holding[location]);
        counted.Add(rest);
        return counted;
    }

    /// <summary>Pieces that the warehouse has in hand at a location although it has no longer to ship them.</summary>
    public Dictionary<string, int> SurplusAt(string location) => Surplus(location, _holding[location].Where(row => row.IsAlive));

    /// <summary>The same of all locations, with what the warehouse has cancelled by itself.</summary>
    public Dictionary<string, int> Surplus()
    {
        var sum = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var rows in _holding) sum.Add(Surplus(rows.Key, rows));
        return sum;
    }

    /// <summary>True for a delivery that was cancelled or deleted in the warehouse alone.</summary>
    public static bool IsGone(LedgerRow row) =>
        row.State is LedgerState.Cancelled && row.Reason is ReasonCodes.CancelledAtDestination or ReasonCodes.GoneAtDestination;

    /// <summary>True for a delivery that was taken back because its lines were moved or removed.</summary>
    public static bool IsWithdrawn(LedgerRow row) => row is { State: LedgerState.Cancelled, Reason: ReasonCodes.Withdrawn };

    private static bool Holds(LedgerRow row, bool recreate) => (row.IsAlive && row.Locked) || (!recreate && IsGone(row));

    private Dictionary<string, int> Surplus(string location, IEnumerable<LedgerRow> rows) =>
        Unshipped(location, rows).Less(_needs.FirstOrDefault(need => need.Key == location)?.Everything() ?? []).Less(LatePieces.Closed(_order, location));

    private Dictionary<string, int> Unshipped(string location, IEnumerable<LedgerRow> rows) => Count(location, rows).InHand;

    // The shop does not say what has left with which delivery: what leaves a location after a delivery was noted is its own, the oldest first.
    private (Dictionary<string, int> InHand, Dictionary<string, int> Counted) Count(string location, IEnumerable<LedgerRow> rows)
    {
        var rest = new Dictionary<string, int>(StringComparer.Ordinal);
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        var shipped = _shipped.From(location);
        foreach (var held in rows.Select(row => HeldLines.Parse(row.Held)))
        {
            foreach (var (line, pieces) in held.Lines)
            {
                var from = Math.Max(counted.GetValueOrDefault(line), held.ShippedBefore?.GetValueOrDefault(line) ?? 0);
                var left = Math.Clamp(shipped.GetValueOrDefault(line) - from, 0, pieces);
                counted[line] = from + left;
                rest[line] = rest.GetValueOrDefault(line) + pieces - left;
            }
        }

        return (rest, counted);
    }
}
