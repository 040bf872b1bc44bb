using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>
/// Which lines of the shop's order packed articles belong to. Boxes say so where the order was sent with the lines' keys; where they do not, the article
/// decides, as long as only one line can be meant. Guessing would ship the wrong line.
/// </summary>
internal sealed class PackedLines
{
    private readonly string _number;
    private readonly Dictionary<string, string?> _skus;
    private readonly ILookup<long, PulpoOrderItem> _byProduct;
    private readonly Dictionary<long, decimal> _packed;

    /// <summary>Begins with an order and what was packed of it.</summary>
    public PackedLines(PulpoOrder order, IReadOnlyList<PulpoBoxItem> packed)
    {
        _number = order.OrderNum ?? "";
        var items = (order.Items ?? []).Where(item => item.LineOrderId is not null).ToList();
        _skus = items.GroupBy(item => item.LineOrderId!, StringComparer.Ordinal).ToDictionary(line => line.Key, line => line.First().Product?.Sku, StringComparer.Ordinal);
        _byProduct = items.Where(item => item.ProductId is not null).ToLookup(item => item.ProductId!.Value);
        _packed = packed.Where(item => item.ProductId is not null).GroupBy(item => item.ProductId!.Value).ToDictionary(group => group.Key, group => group.Sum(Pieces));
    }

    /// <summary>Lines and pieces of some items.</summary>
    /// <exception cref="FailureException">Data: it cannot be told which line an item belongs to.</exception>
    public IReadOnlyList<LineQuantity> Of(IEnumerable<PulpoBoxItem> items) =>
    [
        .. items.Where(item => Pieces(item) > 0).SelectMany(Of).GroupBy(line => line.LineKey, StringComparer.Ordinal)
            .Select(line => new LineQuantity(line.Key, line.Sum(part => part.Quantity))),
    ];

    /// <summary>Article number of a line, where it is known.</summary>
    public string? SkuOf(string line) => _skus.GetValueOrDefault(line);

    private static decimal Pieces(PulpoBoxItem item) => item.Quantity ?? 0;

    private IEnumerable<LineQuantity> Of(PulpoBoxItem item)
    {
        if (!string.IsNullOrWhiteSpace(item.LineOrderId)) return [new LineQuantity(item.LineOrderId, (int)Pieces(item))];
        var lines = item.ProductId is { } product ? _byProduct[product].ToList() : [];
        if (lines.Count == 1) return [new LineQuantity(lines[0].LineOrderId!, (int)Pieces(item))];
        // Several lines of one article, all packed at once and in this one box: then each has what it asked for.
        if (lines.Count > 1 && lines.Sum(line => line.Quantity ?? 0) == Pieces(item) && _packed[item.ProductId!.Value] == Pieces(item))
        {
            return lines.Select(line => new LineQuantity(line.LineOrderId!, (int)(line.Quantity ?? 0)));
        }

        var article = lines.Count == 0 ? "an article that its order does not have" : $"{lines[0].Product?.Sku ?? "an article"}, which stands on {lines.Count} lines";
        throw new FailureException(new Failure(
            FailureKind.Data, "PackedLineUnknown",
            $"PULPO packed {article}, for {_number} and does not say for which line. Tell the shop of this shipment by hand."));
    }
}
