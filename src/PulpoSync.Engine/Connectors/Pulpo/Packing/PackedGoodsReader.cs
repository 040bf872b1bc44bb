using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>Makes canonical records of packing orders: whose they are, and what is in their boxes.</summary>
internal sealed class PackedGoodsReader(OwnedPackings owned, PulpoBoxes boxes, PulpoDirectory directory)
{
    /// <summary>The records of some packing orders that an order of ours stands behind.</summary>
    /// <param name="packings">Packing orders.</param>
    /// <param name="account">Account whose orders are meant; null: any.</param>
    /// <param name="nextCursor">Cursor of the page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Page<PackedGoods>> ReadAsync(
        IReadOnlyList<PulpoPackingOrder> packings, string? account, string? nextCursor, CancellationToken cancellationToken)
    {
        var ours = await owned.OfAsync(packings, account, cancellationToken).ConfigureAwait(false);
        var warehouses = (await directory.WarehousesAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(one => one.Id, one => one.Name);
        var (goods, unreadable) = await OwnedPackings.EachAsync(ours, (one, token) => OneAsync(one, warehouses, token), cancellationToken).ConfigureAwait(false);
        return new Page<PackedGoods>(goods, nextCursor) { Unreadable = unreadable };
    }

    private async Task<PackedGoods> OneAsync(OwnedPacking one, Dictionary<long, string?> warehouses, CancellationToken cancellationToken)
    {
        var head = new PackedGoods
        {
            Key = one.Key,
            Number = one.Number,
            Account = one.Owner.Account,
            OrderKey = one.Owner.Order,
            LocationKey = PulpoOwner.LocationOf(one.Order),
            Warehouse = one.Packing.WarehouseId is { } warehouse ? warehouses.GetValueOrDefault(warehouse) : null,
            State = one.State,
            PackedAt = PulpoTime.Read(one.Packing.EndDate),
            UpdatedAt = one.UpdatedAt,
        };
        // Nothing to tell, nothing to read.
        if (head.State is PackingState.Open or PackingState.Cancelled) return head;
        return Fill(head, one, await boxes.ReadAsync(one.Packing.Id, cancellationToken).ConfigureAwait(false));
    }

    private static PackedGoods Fill(PackedGoods head, OwnedPacking one, IReadOnlyList<PulpoBox> found)
    {
        // Boxes that nobody filled in the system still have labels; what was packed then stands on the packing order alone.
        var inBoxes = found.SelectMany(box => box.Items).ToList();
        var packed = inBoxes.Count > 0 ? inBoxes : [.. (one.Packing.Items ?? []).Select(item => new PulpoBoxItem(item.ProductId, item.PackedQuantity, null))];
        var lines = new PackedLines(one.Order, packed);
        return head with
        {
            Lines = [.. lines.Of(packed).Select(line => new PackedLine(line.LineKey, lines.SkuOf(line.LineKey), line.Quantity))],
            Parcels = [.. found.Select(box => new Parcel { Lines = lines.Of(box.Items), Trackings = box.Trackings })],
        };
    }
}
