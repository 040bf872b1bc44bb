namespace PulpoSync.Sandbox.Shopify;

/// <summary>A line of a return, with the return it belongs to.</summary>
internal sealed record ReturnLineView(Return Return, ReturnLine Line)
{
    /// <summary>How many were refunded by refunds that settle the return.</summary>
    public int Refunded => Math.Min(
        Line.Quantity, Return.Order.Refunds.Where(r => r.Return == Return).SelectMany(r => r.Lines).Where(l => l.Line == Line.Shipped.Line).Sum(l => l.Quantity));

    public int Open => Return.Status == ReturnStatus.Open ? Line.Quantity : 0;
}
