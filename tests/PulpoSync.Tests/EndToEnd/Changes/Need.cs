using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Changes;

/// <summary>What an order's locations with a warehouse have to ship of one line, as the shop's own world says.</summary>
internal sealed class Need(Order order, OrderLine line, Terms terms)
{
    public int OpenAt(string place) => At(place, f => f.Status is FulfillmentOrderStatus.Open or FulfillmentOrderStatus.InProgress);

    public int WaitingAt(string place) => At(place, f => f.Status is FulfillmentOrderStatus.OnHold or FulfillmentOrderStatus.Scheduled);

    public int RemainingAt(string place) => OpenAt(place) + WaitingAt(place);

    /// <summary>What places without a warehouse have to ship, or ours by other ways than parcel.</summary>
    public int RemainingElsewhere(IReadOnlyCollection<string> places) =>
        order.FulfillmentOrders.Where(f => f.IsActive).SelectMany(f => f.Lines).Where(item => item.Line == line).Sum(item => item.RemainingQuantity) - places.Sum(RemainingAt);

    public int ShippedFrom(string place) => order.Fulfillments.Where(f => !f.IsCancelled && terms.WarehouseOf(f.Location.Name) == place)
        .SelectMany(f => f.Lines).Where(shipped => shipped.Line == line).Sum(shipped => shipped.Quantity);

    /// <summary>
    /// The fewest pieces that a queued delivery of a place should hold: what is open, and what it held before, as far as that is still to be shipped. What is
    /// on hold stays where it was imported and does not begin.
    /// </summary>
    /// <param name="place">Place.</param>
    /// <param name="frozen">Pieces that the place's warehouse has in hand already; which of them are on hold by now nobody can say.</param>
    /// <param name="before">Pieces in the queue before the run.</param>
    public int LeastAt(string place, int frozen, int before) =>
        Math.Max(OpenAt(place) - frozen, Math.Min(before, Math.Max(0, RemainingAt(place) - frozen)));

    /// <summary>The most pieces.</summary>
    public int MostAt(string place, int frozen, int before)
    {
        var rest = Math.Max(0, RemainingAt(place) - frozen);
        return Math.Max(Math.Min(OpenAt(place), rest), Math.Min(before, rest));
    }

    public int Shipped => order.Fulfillments.Where(f => !f.IsCancelled).SelectMany(f => f.Lines).Where(shipped => shipped.Line == line).Sum(shipped => shipped.Quantity);

    private int At(string place, Func<FulfillmentOrder, bool> fits) => order.FulfillmentOrders
        .Where(f => f.IsActive && fits(f) && Expected.IsShipped(f) && terms.WarehouseOf(f.Location.Name) == place)
        .SelectMany(f => f.Lines).Where(item => item.Line == line).Sum(item => item.RemainingQuantity);
}
