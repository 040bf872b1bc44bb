using System.Globalization;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>Makes canonical records of packing orders: whose they are, and what is in their boxes.</summary>
internal sealed class PackedGoodsReader(PulpoOrders orders, PulpoBoxes boxes, PulpoDirectory directory)
{
    /// <summary>The records of some packing orders that an order of ours stands behind.</summary>
    /// <param name="packings">Packing orders.</param>
    /// <param name="account">Account whose orders are meant; null: any.</param>
    /// <param name="nextCursor">Cursor of the page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Page<PackedGoods>> ReadAsync(
        IReadOnlyList<PulpoPackingOrder> packings, string? account, string? nextCursor, CancellationToken cancellationToken)
    {
        var ids = packings.Select(packing => packing.SalesOrderId).OfType<long>();
        var owners = await orders.ByIdsAsync(ids, cancellationToken).ConfigureAwait(false);
        var warehouses = (await directory.WarehousesAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(one => one.Id, one => one.Name);
        var ours = new List<(PulpoPackingOrder Packing, PulpoOrder Order, PackedGoods Head)>();
        foreach (var packing in packings)
        {
            if (packing.SalesOrderId is not { } id || !owners.TryGetValue(id, out var order) || PulpoOwner.Of(order) is not { IsDelivery: true } owner) continue;
            if (account is not null && owner.Account != account) continue;
            ours.Add((packing, order, Head(packing, order, owner, packing.WarehouseId is { } warehouse ? warehouses.GetValueOrDefault(warehouse) : null)));
        }

        var results = new (PackedGoods? Goods, Failure? Failure)[ours.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = PulpoAssumptions.ConcurrentCalls, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, ours.Count), options, async (index, token) => results[index] = await OneAsync(ours[index], token).ConfigureAwait(false))
            .ConfigureAwait(false);
        return new Page<PackedGoods>([.. results.Select(result => result.Goods).OfType<PackedGoods>()], nextCursor)
        {
            Unreadable = [.. ours.Zip(results).Where(pair => pair.Second.Failure is not null).Select(pair => (pair.First.Head.Key, (string?)pair.First.Head.Number, pair.Second.Failure!))],
        };
    }

    private static PackedGoods Head(PulpoPackingOrder packing, PulpoOrder order, PulpoOwner owner, string? warehouse) => new()
    {
        Key = packing.Id.ToString(CultureInfo.InvariantCulture),
        Number = order.OrderNum ?? "",
        Account = owner.Account,
        OrderKey = owner.Order,
        LocationKey = PulpoOwner.LocationOf(order),
        Warehouse = warehouse,
        State = State(packing, order),
        PackedAt = PulpoTime.Read(packing.EndDate),
        UpdatedAt = PulpoTime.Read(packing.UpdatedAt) ?? DateTimeOffset.UnixEpoch,
    };

    private static PackingState State(PulpoPackingOrder packing, PulpoOrder order) =>
        PulpoAssumptions.IsCancelled(packing.State) || PulpoAssumptions.IsCancelled(order.State) ? PackingState.Cancelled
        : !PulpoAssumptions.IsPacked(packing.State) ? PackingState.Open
        : PulpoAssumptions.HasLeft(order.State) ? PackingState.Left
        : PackingState.Packed;

    private async Task<(PackedGoods? Goods, Failure? Failure)> OneAsync(
        (PulpoPackingOrder Packing, PulpoOrder Order, PackedGoods Head) one, CancellationToken cancellationToken)
    {
        // Nothing to tell, nothing to read.
        if (one.Head.State is PackingState.Open or PackingState.Cancelled) return (one.Head, null);
        try
        {
            var found = await boxes.ReadAsync(one.Packing.Id, cancellationToken).ConfigureAwait(false);
            return (Fill(one.Head, one.Packing, one.Order, found), null);
        }
        catch (FailureException e) when (e.Failure.IsRecordOnly || e.Failure.Kind is FailureKind.Protocol)
        {
            // The list of packing orders came through: the trouble lies with this one, which is tried again on its own.
            return (null, e.Failure);
        }
    }

    private static PackedGoods Fill(PackedGoods head, PulpoPackingOrder packing, PulpoOrder order, IReadOnlyList<PulpoBox> found)
    {
        // Boxes that nobody filled in the system still have labels; what was packed then stands on the packing order alone.
        var inBoxes = found.SelectMany(box => box.Items).ToList();
        var packed = inBoxes.Count > 0 ? inBoxes : [.. (packing.Items ?? []).Select(item => new PulpoBoxItem(item.ProductId, item.PackedQuantity, null))];
        var lines = new PackedLines(order, packed);
        return head with
        {
            Lines = [.. lines.Of(packed).Select(line => new PackedLine(line.LineKey, lines.SkuOf(line.LineKey), line.Quantity))],
            Parcels = [.. found.Select(box => new Parcel { Lines = lines.Of(box.Items), Trackings = box.Trackings })],
        };
    }
}
