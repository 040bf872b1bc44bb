using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Returns;

/// <summary>Pieces of one shipped line that are to be registered, and what the warehouse says of them.</summary>
internal sealed record SplitLine(string ShippedLine, int Pieces, string? Reason, IReadOnlyList<string> Said);

/// <summary>Spreads what came back over the shipments that it left with. One line a shipped line, whatever the conditions of its pieces.</summary>
/// <param name="Lines">Lines to register.</param>
/// <param name="Refunded">Articles and pieces that were refunded before they came back: Shopify registers no return for those.</param>
internal sealed record ReturnSplit(IReadOnlyList<SplitLine> Lines, IReadOnlyList<string> Refunded)
{
    /// <summary>Spreads a return.</summary>
    public static ReturnSplit Of(ReturnOrder order, GoodsReturn wanted)
    {
        var open = order.Returnable.ToList();
        var taken = new Dictionary<string, List<(ReturnedGoods Goods, int Pieces)>>(StringComparer.Ordinal);
        var refunded = new List<string>();
        // Accepted pieces first: where not all can be registered, it is those that matter.
        foreach (var goods in wanted.Lines.OrderByDescending(line => line.IsAccepted))
        {
            var left = goods.Quantity;
            for (var i = 0; i < open.Count && left > 0; i++)
            {
                var pieces = Math.Min(left, open[i].Pieces);
                if (open[i].Line != goods.LineKey || pieces == 0) continue;
                if (!taken.TryGetValue(open[i].ShippedLine, out var there)) taken[open[i].ShippedLine] = there = [];
                there.Add((goods, pieces));
                open[i] = open[i] with { Pieces = open[i].Pieces - pieces };
                left -= pieces;
            }

            if (left > 0) refunded.Add(FormattableString.Invariant($"{left} × {goods.Sku}"));
        }

        return new ReturnSplit([.. taken.Select(pair => Line(pair.Key, pair.Value, wanted.Note))], refunded);
    }

    /// <summary>More came back than is out with the customer; null: it did not.</summary>
    public static Failure? TooLarge(ReturnOrder order, GoodsReturn wanted, string mark)
    {
        var wrong = wanted.Lines.GroupBy(line => line.LineKey ?? $"?{line.Sku}", StringComparer.Ordinal).Select(group => Excess(order, [.. group], mark)).OfType<string>().ToList();
        return wrong.Count == 0 ? null : new Failure(
            FailureKind.Data, "ReturnTooLarge",
            $"Return {wanted.Number} of order {order.Name} holds more than was shipped: {string.Join("; ", wrong)}. Nothing of it was written. "
            + "If the shipment is only missing in the shop, fulfil the order there and it goes through by itself; else register the return in the shop by hand.");
    }

    private static string? Excess(ReturnOrder order, IReadOnlyList<ReturnedGoods> lines, string mark)
    {
        var (sku, pieces) = (lines[0].Sku, lines.Sum(line => line.Quantity));
        if (lines[0].LineKey is not { } line) return FormattableString.Invariant($"{pieces} × {sku}, which the order does not have");
        var (shipped, back) = (order.Shipped.GetValueOrDefault(line), order.BackBesides(line, mark));
        if (pieces <= shipped - back) return null;
        var others = back == 0 ? "" : FormattableString.Invariant($", of which {back} came back before");
        return FormattableString.Invariant($"{pieces} × {sku}, but {shipped} shipped{others}");
    }

    private static SplitLine Line(string shipped, List<(ReturnedGoods Goods, int Pieces)> taken, string? note)
    {
        var rejected = taken.Where(one => !one.Goods.IsAccepted).Sum(one => one.Pieces);
        var all = taken.Sum(one => one.Pieces);
        string?[] said =
        [
            rejected == 0 ? null : rejected == all ? "rejected by the warehouse" : FormattableString.Invariant($"{rejected} of {all} rejected by the warehouse"),
            .. taken.Select(one => one.Goods.Reason), .. taken.Select(one => one.Goods.Note), note,
        ];
        return new SplitLine(
            shipped, all, taken.Select(one => one.Goods.Reason).FirstOrDefault(reason => reason is not null), [.. said.OfType<string>().Distinct(StringComparer.Ordinal)]);
    }
}
