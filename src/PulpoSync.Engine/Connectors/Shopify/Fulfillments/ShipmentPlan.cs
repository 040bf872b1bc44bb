using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>How packed goods that the shop does not know of yet can be told: where the shop has their lines now, which need not be where they were ordered from.</summary>
internal sealed class ShipmentPlan
{
    private readonly List<(OpenLine Line, int Pieces)> _taken = [];
    private readonly List<(PackedLine Line, int Pieces)> _missing = [];

    /// <summary>Plans.</summary>
    /// <param name="order">Order.</param>
    /// <param name="rest">Packed lines with the pieces that are still to be told.</param>
    /// <param name="location">
    /// Location that the goods were ordered from: its pieces are taken first. Those that it holds back are waited for, whatever others have open: to the orders'
    /// import they are in this location's hands.
    /// </param>
    public ShipmentPlan(ShippingOrder order, IEnumerable<PackedLine> rest, string? location)
    {
        foreach (var line in rest)
        {
            var here = order.Open.Where(open => open.Line == line.LineKey && open.Remaining > 0).ToList();
            var left = Take(here.Where(open => open.MayShip && open.Location == location), line.Quantity);
            var held = Math.Min(left, here.Where(open => open.IsHeld && open.Location == location).Sum(open => open.Remaining));
            left = held + Take(here.Where(open => open.MayShip && open.Location != location), left - held);

            if (left == 0) continue;
            _missing.Add((line, left));
            Blocked ??= here.Find(open => !open.MayShip && !open.IsClosed);
        }
    }

    /// <summary>One call for each location.</summary>
    public IReadOnlyList<ShipmentCall> Calls => [.. _taken.GroupBy(part => part.Line.Location).Select(group => new ShipmentCall([.. group]))];

    /// <summary>Pieces that the shop does not have open.</summary>
    public IReadOnlyList<(PackedLine Line, int Pieces)> Missing => _missing;

    /// <summary>Something that is missing and stands where Shopify does not let it be told, for now or at all; null: nothing.</summary>
    public OpenLine? Blocked { get; }

    // What is left of the pieces.
    private int Take(IEnumerable<OpenLine> lines, int pieces)
    {
        foreach (var open in lines)
        {
            var taken = Math.Min(pieces, open.Remaining);
            if (taken == 0) break;
            _taken.Add((open, taken));
            pieces -= taken;
        }

        return pieces;
    }
}
