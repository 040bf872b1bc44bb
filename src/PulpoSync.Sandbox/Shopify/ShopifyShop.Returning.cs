using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// What customers send back.
public sealed partial class ShopifyShop
{
    private readonly Dictionary<long, Return> _returns = [];
    private readonly Dictionary<long, Refund> _refunds = [];

    /// <summary>All returns, oldest first.</summary>
    public IReadOnlyList<Return> Returns
    {
        get { lock (Sync) return [.. _returns.Values]; }
    }

    /// <summary>All refunds, oldest first.</summary>
    public IReadOnlyList<Refund> Refunds
    {
        get { lock (Sync) return [.. _refunds.Values]; }
    }

    /// <summary>Lets a return begin: approved, or at first only asked for by the customer. An archived order comes out of the archive.</summary>
    /// <exception cref="InvalidOperationException">There is not so much of a line that could come back.</exception>
    public Return CreateReturn(Order order, IReadOnlyList<ReturnLineDraft> lines, bool isRequested = false)
    {
        lock (Sync)
        {
            Demand(lines.GroupBy(l => l.Shipped).All(g => g.Sum(l => l.Quantity) <= Returnable(order, g.Key)), "Return line item has an invalid quantity.");
            var made = new Return(NextId(), order, $"{order.Name}-R{order.Returns.Count + 1}")
            {
                CreatedAt = Now,
                Status = isRequested ? ReturnStatus.Requested : ReturnStatus.Open,
                Lines = [.. lines.Select(l => new Shopify.ReturnLine(NextId(), l.Shipped, l.Quantity, l.Reason, l.Note))],
            };
            order.ReturnList.Add(made);
            _returns.Add(made.Id, made);
            order.ClosedAt = null;
            Touch(order);
            return made;
        }
    }

    /// <summary>Closes a return, or opens it again. The order's time of change does not move.</summary>
    /// <exception cref="InvalidOperationException">It is neither open nor closed.</exception>
    public void SetClosed(Return @return, bool isClosed)
    {
        lock (Sync)
        {
            Demand(@return.Status is ReturnStatus.Open or ReturnStatus.Closed, "Return status is invalid.");
            if (isClosed == (@return.Status == ReturnStatus.Closed)) return;
            @return.Status = isClosed ? ReturnStatus.Closed : ReturnStatus.Open;
            @return.ClosedAt = isClosed ? Now : null;
        }
    }

    /// <summary>Cancels a return that nothing came of yet.</summary>
    /// <exception cref="InvalidOperationException">It is closed or declined, or money was given back for it.</exception>
    public void Cancel(Return @return, bool notify = false)
    {
        lock (Sync)
        {
            if (@return.Status == ReturnStatus.Canceled) return;
            Demand(IsCancelable(@return), "Return is not cancelable.");
            @return.Status = ReturnStatus.Canceled;
            if (notify) _notifications.Add(new Notification(@return.Order, NotificationKind.ReturnCancelled, Now));
            Touch(@return.Order);
        }
    }

    internal static bool IsCancelable(Return @return) =>
        @return.Status is ReturnStatus.Open or ReturnStatus.Requested or ReturnStatus.Canceled && !@return.Order.Refunds.Any(r => r.Return == @return);

    /// <summary>
    /// How many of a shipped line can still come back: not those in other returns, nor those that were refunded without one. A refund of a line is
    /// taken to be for what came back of it.
    /// </summary>
    internal static int Returnable(Order order, FulfillmentLine shipped)
    {
        var others = order.ReturnList.Where(r => r.Counts).SelectMany(r => r.Lines).Where(l => l.Shipped.Line == shipped.Line).ToArray();
        var ofLine = shipped.Line.FulfilledQuantity - Math.Max(others.Sum(l => l.Quantity), shipped.Line.RefundedAfterShipping);
        return Math.Max(0, Math.Min(ofLine, shipped.Quantity - others.Where(l => l.Shipped == shipped).Sum(l => l.Quantity)));
    }
}
