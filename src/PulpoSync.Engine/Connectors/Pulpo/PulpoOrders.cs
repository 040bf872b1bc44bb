using System.Globalization;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Reads sales orders and says whose they are.</summary>
internal sealed class PulpoOrders(PulpoClient client)
{
    // Parts of one order that are looked for: more than there are warehouses to ship it from.
    private const int MostParts = 9;

    private readonly PulpoLookup<PulpoOrder> _byNumber = new(
        client, "/sales/orders", "sales_orders", "order_num", PulpoJson.Default.PulpoOrder, order => order.OrderNum);

    private readonly PulpoLookup<PulpoOrder> _byId = new(
        client, "/sales/orders", "sales_orders", "id", PulpoJson.Default.PulpoOrder, order => order.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>The orders that stand under the numbers of some references; null where there is none.</summary>
    public async Task<IReadOnlyList<PulpoOrder?>> ByNumberAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken)
    {
        var found = await _byNumber.FindAsync(references.Select(reference => reference.Number), confirm: true, cancellationToken).ConfigureAwait(false);
        return [.. references.Select(reference => found.TryGetValue(reference.Number.Trim(), out var orders)
            ? orders.FirstOrDefault(order => PulpoOwner.IsOurs(order, reference)) ?? orders[0]
            : null)];
    }

    /// <summary>The orders of some references as they are now: by id where it is known, else by number if ours; null where there is none.</summary>
    public async Task<IReadOnlyList<PulpoOrder?>> NowAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken)
    {
        var byId = await _byId.FindAsync(references.Select(reference => reference.DestinationId).OfType<string>(), confirm: true, cancellationToken)
            .ConfigureAwait(false);
        var nameless = references.Where(reference => reference.DestinationId is null).Distinct().ToList();
        var byNumber = nameless.Zip(await ByNumberAsync(nameless, cancellationToken).ConfigureAwait(false))
            .ToDictionary(pair => pair.First, pair => pair.Second is { } order && PulpoOwner.IsOurs(order, pair.First) ? order : null);
        return [.. references.Select(reference => reference.DestinationId is { } id
            ? (byId.TryGetValue(id, out var orders) ? orders[0] : null)
            : byNumber[reference])];
    }

    /// <summary>Orders by their ids; what does not exist is left out.</summary>
    public async Task<IReadOnlyDictionary<long, PulpoOrder>> ByIdsAsync(IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var texts = ids.Distinct().Select(id => id.ToString(CultureInfo.InvariantCulture));
        var found = await _byId.FindAsync(texts, confirm: true, cancellationToken).ConfigureAwait(false);
        return found.Values.Select(orders => orders[0]).ToDictionary(order => order.Id);
    }

    /// <summary>The orders that go by a number.</summary>
    public async Task<IReadOnlyList<PulpoOrder>> OfNumberAsync(string number, CancellationToken cancellationToken) =>
        (await _byNumber.FindAsync([number], confirm: true, cancellationToken).ConfigureAwait(false)).Values.SelectMany(orders => orders).ToList();

    /// <summary>Everything that a source's account has of some records, under any number that can have been made from the given ones.</summary>
    public async Task<IReadOnlyList<(PulpoOwner Owner, PulpoOrder Order)>> RecallAsync(
        string account, IReadOnlyList<(string Key, string BaseNumber)> records, CancellationToken cancellationToken)
    {
        var keys = records.Select(record => record.Key).ToHashSet(StringComparer.Ordinal);
        var found = await _byNumber.FindAsync(records.SelectMany(record => Numbers(record.BaseNumber)), confirm: false, cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.Values.SelectMany(orders => orders).Select(order => (Owner: PulpoOwner.Of(order), Order: order))
                .Where(one => one.Owner is { IsDelivery: true } owner && owner.Account == account && keys.Contains(owner.Order))
                .DistinctBy(one => one.Order.Id).Select(one => (one.Owner!, one.Order)),
        ];
    }

    /// <summary>What stands under some references.</summary>
    public async Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken)
    {
        var found = await ByNumberAsync(references, cancellationToken).ConfigureAwait(false);
        return [.. references.Zip(found, (reference, order) => Judge(order, reference))];
    }

    private static Found Judge(PulpoOrder? order, RecordRef reference)
    {
        if (order is null) return Found.Nothing;
        var id = order.Id.ToString(CultureInfo.InvariantCulture);
        return PulpoOwner.IsOurs(order, reference)
            ? new Found(FoundKind.Ours, id, order.State)
            : new Found(FoundKind.Foreign, id, order.State, BelongsTo(order));
    }

    private static IEnumerable<string> Numbers(string whole) =>
        Enumerable.Range(1, MostParts).Select(part => string.Create(CultureInfo.InvariantCulture, $"{whole}_{part}")).Prepend(whole);

    /// <summary>What a foreign order's own fields say.</summary>
    public static string BelongsTo(PulpoOrder order) => PulpoOwner.Of(order) is { } owner
        ? $"order {owner.Order} of {owner.Account}, part {owner.Part}, state {order.State}"
        : $"order {order.ExternalOrderNum ?? order.OrderNum} of another tool, state {order.State}";

    /// <summary>The pieces per line that an order holds, as PULPO says; null where it does not say for every line.</summary>
    public static IReadOnlyDictionary<string, int>? Holds(PulpoOrder order)
    {
        if (order.Items is not { Count: > 0 } items || items.Any(item => item.LineOrderId is null || item.Quantity is null)) return null;
        return items.GroupBy(item => item.LineOrderId!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => (int)group.Sum(item => item.Quantity!.Value), StringComparer.Ordinal);
    }
}
