using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Returns;

/// <summary>
/// Finds the order lines that returned pieces were sold with. An item may name its line itself; else its article tells, and where several lines of the
/// order are of one article the pieces fill them in order. What the order does not explain keeps its pieces without a line, or beyond it.
/// </summary>
internal sealed class PulpoReturnLines(PulpoOrder? order, IReadOnlyDictionary<long, string> skus)
{
    private readonly Dictionary<string, int> _open = (order?.Items ?? [])
        .Where(item => item.LineOrderId is not null)
        .GroupBy(item => item.LineOrderId!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (int)group.Sum(item => item.Quantity ?? 0), StringComparer.Ordinal);

    /// <summary>The pieces of a return, line by line.</summary>
    public IReadOnlyList<ReturnedGoods> Read(PulpoReturn found)
    {
        // Those that name their line first: they take no part in the guessing.
        var items = (found.Items ?? []).Where(item => item.Quantity >= 1).OrderByDescending(item => item.LineOrderId is { } line && _open.ContainsKey(line));
        return [.. items.SelectMany(Read)];
    }

    private IEnumerable<ReturnedGoods> Read(PulpoReturnItem item)
    {
        var pieces = (int)item.Quantity!.Value;
        var lines = LinesOf(item);
        for (var i = 0; i < lines.Count && pieces > 0; i++)
        {
            // More than the order holds stays on its last line: the shop then says how much too many.
            var share = i == lines.Count - 1 ? pieces : Math.Min(pieces, _open[lines[i]]);
            if (share <= 0) continue;
            _open[lines[i]] = Math.Max(0, _open[lines[i]] - share);
            pieces -= share;
            yield return Goods(item, lines[i], share);
        }

        if (pieces > 0) yield return Goods(item, null, pieces);
    }

    private List<string> LinesOf(PulpoReturnItem item) => item.LineOrderId is { } line && _open.ContainsKey(line)
        ? [line]
        : [.. (order?.Items ?? []).Where(other => other.ProductId == item.ProductId && other.LineOrderId is not null).Select(other => other.LineOrderId!).Distinct(StringComparer.Ordinal)];

    private ReturnedGoods Goods(PulpoReturnItem item, string? line, int pieces) => new()
    {
        LineKey = line,
        Sku = item.ProductId is { } product ? skus.GetValueOrDefault(product) ?? FormattableString.Invariant($"product {product}") : "an unknown product",
        Quantity = pieces,
        IsAccepted = PulpoAssumptions.IsAccepted(item.State),
        Reason = item.ReasonCodes?.Select(reason => reason.Name ?? reason.Code).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)),
        Note = string.IsNullOrWhiteSpace(item.Notes) ? null : item.Notes.Trim(),
    };
}
