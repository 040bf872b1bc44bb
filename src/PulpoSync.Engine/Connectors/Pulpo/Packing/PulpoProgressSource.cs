using System.Globalization;
using System.Runtime.CompilerServices;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>How far sales orders are, by the time of their last change. Orders of other shops and tools are left out here.</summary>
/// <param name="client">Client.</param>
/// <param name="orders">Sales orders.</param>
/// <param name="packings">Packing orders.</param>
/// <param name="batches">Lots and serial numbers; null where nobody asks for them.</param>
/// <param name="siblings">Other orders of the same order of the shop; null where nobody asks whether all of it is packed.</param>
internal sealed class PulpoProgressSource(
    PulpoClient client, PulpoOrders orders, PulpoPackings packings, UsedBatches? batches, PulpoSiblings? siblings) : ISource<OrderProgress>
{
    private readonly PulpoChanges<PulpoOrder> _changes = new(
        client, "/sales/orders", "sales_orders", "updated_at", PulpoJson.Default.PulpoOrder, order => (order.Id, order.UpdatedAt));

    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<OrderProgress>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = _changes.ReadAsync(request.Since is null ? request.Cursor : null, request.Since ?? request.StartFrom, "", cancellationToken);
        await foreach (var (items, cursor) in changes.ConfigureAwait(false))
        {
            yield return await PageAsync(items, request.Counterpart, cursor, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<Page<OrderProgress>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var ids = keys.Select(key => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null).OfType<long>();
        var found = await orders.ByIdsAsync(ids, cancellationToken).ConfigureAwait(false);
        return await PageAsync([.. found.Values], null, null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        IReadOnlyCollection<PulpoOrder> found = await orders.OfNumberAsync(text, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            found = [.. (await orders.ByIdsAsync([id], cancellationToken).ConfigureAwait(false)).Values];
        }

        return [.. found.Select(order => order.Id.ToString(CultureInfo.InvariantCulture))];
    }

    private async Task<Page<OrderProgress>> PageAsync(IReadOnlyList<PulpoOrder> found, string? account, string? cursor, CancellationToken cancellationToken)
    {
        var ours = found.Select(order => (Order: order, Owner: PulpoOwner.Of(order)))
            .Where(one => one.Owner is not null && (account is null || one.Owner.Account == account)).ToList();
        var used = batches is null ? null : await UsedAsync(ours.Select(one => one.Order), cancellationToken).ConfigureAwait(false);
        var packed = await PackedAsync(ours.Select(one => (one.Order, one.Owner!)), cancellationToken).ConfigureAwait(false);
        return new Page<OrderProgress>([.. ours.Select(one => Record(one.Order, one.Owner!, used?[one.Order.Id] ?? [], packed.Contains(one.Order.Id)))], cursor);
    }

    private async Task<ILookup<long, UsedBatch>> UsedAsync(IEnumerable<PulpoOrder> ours, CancellationToken cancellationToken)
    {
        var packed = ours.Where(order => PulpoAssumptions.MayHavePackings(order.State)).Select(order => order.Id);
        return await batches!.OfAsync(await packings.OfOrdersAsync(packed, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    // Of the orders that are packed, those whose shop's order is packed as a whole.
    private async Task<IReadOnlySet<long>> PackedAsync(IEnumerable<(PulpoOrder Order, PulpoOwner Owner)> ours, CancellationToken cancellationToken)
    {
        var packed = ours.Where(one => one.Owner.IsDelivery && PulpoAssumptions.IsGone(one.Order.State)).ToList();
        if (siblings is null || packed.Count == 0) return new HashSet<long>();
        var unfinished = await siblings.UnfinishedAsync([.. packed.Select(one => one.Order)], cancellationToken).ConfigureAwait(false);
        return packed.Where(one => !unfinished.Contains((one.Owner.Account, one.Owner.Order))).Select(one => one.Order.Id).ToHashSet();
    }

    private static OrderProgress Record(PulpoOrder order, PulpoOwner owner, IEnumerable<UsedBatch> used, bool isPacked) => new()
    {
        Key = order.Id.ToString(CultureInfo.InvariantCulture),
        Number = order.OrderNum ?? "",
        Account = owner.Account,
        OrderKey = owner.Order,
        IsCancelled = PulpoAssumptions.IsCancelled(order.State),
        IsPacked = isPacked,
        UpdatedAt = PulpoTime.Read(order.UpdatedAt) ?? DateTimeOffset.UnixEpoch,
        Batches = [.. used],
    };
}
