namespace PulpoSync.Sandbox.Pulpo;

/// <summary>What of a packing order goes into which box, checked before anything is packed.</summary>
internal sealed class PackPlan
{
    private readonly PulpoWorld _world;
    private readonly PackingOrder _packing;
    private readonly Dictionary<long, SalesItem> _salesItems;
    private readonly Dictionary<long, long> _left;
    private readonly Dictionary<long, BatchShares> _batches;
    private readonly List<FieldError> _errors = [];

    private PackPlan(PulpoWorld world, SalesOrder order, PackingOrder packing, PackOptions pack)
    {
        _world = world;
        _packing = packing;
        _salesItems = order.Items.ToDictionary(i => i.Id);
        _left = packing.Items.ToDictionary(i => i.Id, i => i.RequestedQuantity);
        _batches = packing.Items.ToDictionary(i => i.Id, i => new BatchShares(Packings.SharesOf(world, i)));
        Boxes = pack.Parcels is { } parcels
            ? [.. parcels.Select(box => new PlannedBox(box, [.. box.Lines.SelectMany(Resolve)]))]
            : Spread(pack, pack.Lines is { } lines ? [.. lines.SelectMany(Resolve)] : [.. packing.Items.Select(i => Take(i, i.RequestedQuantity))]);
        if (!Boxes.Any(box => box.Lines.Count > 0) && pack.Rest == PackRest.Open) _errors.Add(new FieldError("lines", FieldError.Blank));
    }

    public IReadOnlyList<PlannedBox> Boxes { get; }

    public bool LeavesGoods => _left.Values.Any(quantity => quantity > 0);

    public static Change<PackPlan> Of(PulpoWorld world, SalesOrder order, PackingOrder packing, PackOptions pack)
    {
        var plan = new PackPlan(world, order, packing, pack);
        return plan._errors.Count > 0 ? Change<PackPlan>.Refuse(plan._errors) : plan;
    }

    /// <summary>How many of an item stay unpacked.</summary>
    public long LeftOf(PackingItem item) => _left[item.Id];

    /// <summary>The batches of an item that stay unpacked; asked once, after the plan is made.</summary>
    public IReadOnlyList<BatchShare> BatchesLeftOf(PackingItem item) => _batches[item.Id].Take(_left[item.Id]);

    private static IReadOnlyList<PlannedBox> Spread(PackOptions pack, IReadOnlyList<PlannedLine> lines)
    {
        if (lines.Count == 0) return [];
        var boxes = Math.Clamp(pack.Boxes, 1, lines.Count);
        var label = pack.Carrier is null ? null : new PackLabel { Carrier = pack.Carrier, Error = pack.LabelError };
        return [.. Enumerable.Range(0, boxes).Select(n => new PlannedBox(new PackBox([]) { Label = label }, [.. lines.Where((_, i) => i % boxes == n)]))];
    }

    private List<PlannedLine> Resolve(PackLine line)
    {
        List<PlannedLine> planned = [];
        var wanted = line.Quantity;
        foreach (var item in _packing.Items.Where(i => OrderLines.IsMeant(_world, _salesItems[i.SalesItemId], line.Line)))
        {
            var part = Math.Min(wanted, _left[item.Id]);
            if (part <= 0) continue;
            wanted -= part;
            planned.Add(Take(item, part));
        }
        if (wanted > 0 || line.Quantity <= 0) _errors.Add(new FieldError("quantity", $"of {line.Line} is not what there is to pack"));
        return planned.Count > 0 && line.Batches.Count > 0 ? Renumber(planned, line) : planned;
    }

    private List<PlannedLine> Renumber(List<PlannedLine> planned, PackLine line)
    {
        var product = Packings.ProductOf(_world, planned[0].Item);
        if (Batching.Check(product, line) is { } error)
        {
            _errors.Add(error);
            return planned;
        }
        var named = new BatchShares(Batching.Named(_world, product!, line.Batches));
        return [.. planned.Select(p => p with { Batches = named.Take(p.Quantity) })];
    }

    private PlannedLine Take(PackingItem item, long quantity)
    {
        _left[item.Id] -= quantity;
        return new PlannedLine(item, quantity, _batches[item.Id].Take(quantity));
    }
}
