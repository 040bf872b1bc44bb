using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Returns;

/// <summary>
/// The pieces that a return is to be refunded for: accepted, and not paid back before. What people refunded by hand counts against what came back, so that
/// nobody is paid twice for one piece.
/// </summary>
/// <param name="Lines">Order lines and pieces.</param>
/// <param name="Before">Articles and pieces that were refunded before.</param>
internal sealed record RefundPieces(IReadOnlyList<LineQuantity> Lines, IReadOnlyList<string> Before)
{
    /// <summary>Works them out.</summary>
    /// <param name="order">The order now.</param>
    /// <param name="accepted">What was accepted; every line is one of the order's.</param>
    /// <param name="mark">The return's mark: what it registered itself is no other return.</param>
    public static RefundPieces Of(ReturnOrder order, IReadOnlyList<ReturnedGoods> accepted, string mark)
    {
        var lines = new List<LineQuantity>();
        var before = new List<string>();
        foreach (var group in accepted.GroupBy(goods => goods.LineKey!, StringComparer.Ordinal))
        {
            var wanted = group.Sum(goods => goods.Quantity);
            var unpaid = order.BackBesides(group.Key, mark) + order.BackUnregistered(group.Key, mark) + wanted - order.Refunded(group.Key);
            var due = Math.Max(0, Math.Min(wanted, Math.Min(unpaid, order.Refundable.GetValueOrDefault(group.Key))));
            if (due > 0) lines.Add(new LineQuantity(group.Key, due));
            if (due < wanted) before.Add(FormattableString.Invariant($"{wanted - due} × {group.First().Sku}"));
        }

        return new RefundPieces(lines, before);
    }
}
