using System.Globalization;
using PulpoSync.Engine.Connectors.Pulpo.Packing;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Labels;

/// <summary>Makes a record of each box of packing orders.</summary>
/// <param name="owned">Whose packing orders are.</param>
/// <param name="boxes">Boxes.</param>
/// <param name="directory">Shipping methods.</param>
/// <param name="fetchLabelOnly">True where a shipping method has to say that its labels are fetched.</param>
internal sealed class PackedBoxReader(OwnedPackings owned, PulpoBoxes boxes, PulpoDirectory directory, bool fetchLabelOnly)
{
    /// <summary>The boxes of some packing orders that an order of ours stands behind. A packing order whose boxes cannot be read is named by its own key.</summary>
    /// <param name="packings">Packing orders.</param>
    /// <param name="account">Account whose orders are meant; null: any.</param>
    /// <param name="nextCursor">Cursor of the page.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Page<PackedBox>> ReadAsync(
        IReadOnlyList<PulpoPackingOrder> packings, string? account, string? nextCursor, CancellationToken cancellationToken)
    {
        var ours = await owned.OfAsync(packings, account, cancellationToken).ConfigureAwait(false);
        if (ours.Count == 0) return new Page<PackedBox>([], nextCursor);
        var methods = await directory.ShippingMethodsAsync(cancellationToken).ConfigureAwait(false);
        var (found, unreadable) = await OwnedPackings.EachAsync(
            ours,
            async (one, token) =>
            {
                var there = await boxes.ReadAsync(one.Packing.Id, token).ConfigureAwait(false);
                return Records(one, there, one.Order.ShippingMethodId is { } id ? methods.GetValueOrDefault(id) : null);
            },
            cancellationToken).ConfigureAwait(false);
        return new Page<PackedBox>([.. found.SelectMany(records => records)], nextCursor) { Unreadable = unreadable };
    }

    private List<PackedBox> Records(OwnedPacking one, IReadOnlyList<PulpoBox> there, PulpoShippingMethod? method)
    {
        // Where nobody fills boxes in the system, none of them says what it holds, and all are meant.
        var filled = there.Where(box => box.Items.Any(item => item.Quantity > 0)).ToList();
        return [.. (filled.Count > 0 ? filled : there).Select(box => Record(one, box, method))];
    }

    private PackedBox Record(OwnedPacking one, PulpoBox found, PulpoShippingMethod? method) => new()
    {
        Key = new PulpoBoxKey(one.Packing.Id, found.Box.Id).ToString(),
        Number = string.Create(CultureInfo.InvariantCulture, $"{one.Number}/{found.Box.BoxNumber ?? found.Box.Id}"),
        Account = one.Owner.Account,
        OrderKey = one.Owner.Order,
        State = one.State,
        UpdatedAt = one.UpdatedAt,
        ShippingMethod = method?.Name,
        WantsLabel = !fetchLabelOnly || method is not { FetchLabel: false },
        TrackingNumbers = [.. found.Trackings.Select(tracking => tracking.Number)],
        Weight = PulpoAssumptions.Measured(found.Box.Weight),
        Length = PulpoAssumptions.Measured(found.Box.Length),
        Width = PulpoAssumptions.Measured(found.Box.Width),
        Height = PulpoAssumptions.Measured(found.Box.Height),
    };
}
