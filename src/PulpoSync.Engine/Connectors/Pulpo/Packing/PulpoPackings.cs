using System.Globalization;
using System.Runtime.CompilerServices;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>Reads packing orders, many at a time.</summary>
internal sealed class PulpoPackings(PulpoClient client)
{
    private const string Path = "/packing/orders";
    private const string List = "packing_orders";

    private readonly PulpoLookup<PulpoPackingOrder> _byId = new(client, Path, List, "id", PulpoJson.Default.PulpoPackingOrder, packing => Text(packing.Id));

    private readonly PulpoLookup<PulpoPackingOrder> _byOrder = new(
        client, Path, List, "sales_order_id", PulpoJson.Default.PulpoPackingOrder, packing => packing.SalesOrderId is { } id ? Text(id) : null);

    private readonly PulpoChanges<PulpoPackingOrder> _changes = new(
        client, Path, List, "updated_at", PulpoJson.Default.PulpoPackingOrder, packing => (packing.Id, packing.UpdatedAt));

    /// <summary>Packing orders by the time of their last change, if they are packed or cancelled: what is not packed yet changes again when it is.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<PulpoPackingOrder> Packings, string? Cursor)> PackedAsync(
        ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = _changes.ReadAsync(request.Since is null ? request.Cursor : null, request.Since ?? request.StartFrom, "", cancellationToken);
        await foreach (var (items, cursor) in changes.ConfigureAwait(false))
        {
            yield return ([.. items.Where(packing => PulpoAssumptions.IsPacked(packing.State) || PulpoAssumptions.IsCancelled(packing.State))], cursor);
        }
    }

    /// <summary>Packing orders by their ids; what does not exist is left out.</summary>
    public async Task<IReadOnlyList<PulpoPackingOrder>> ByIdsAsync(IEnumerable<string> ids, CancellationToken cancellationToken) =>
        [.. (await _byId.FindAsync(ids, confirm: true, cancellationToken).ConfigureAwait(false)).Values.SelectMany(found => found)];

    /// <summary>The packing orders of some sales orders.</summary>
    public async Task<ILookup<long, PulpoPackingOrder>> OfOrdersAsync(IEnumerable<long> orders, CancellationToken cancellationToken)
    {
        // An order without any is nothing strange: what a list does not bring is not asked for again.
        var found = await _byOrder.FindAsync(orders.Select(Text), confirm: false, cancellationToken).ConfigureAwait(false);
        return found.Values.SelectMany(packings => packings).ToLookup(packing => packing.SalesOrderId!.Value);
    }

    /// <summary>The packing orders that a person means by the number of an order or the id of a packing order.</summary>
    public async Task<IReadOnlyList<PulpoPackingOrder>> MeantByAsync(string text, PulpoOrders orders, CancellationToken cancellationToken)
    {
        var ofNumber = await orders.OfNumberAsync(text, cancellationToken).ConfigureAwait(false);
        var ofOrder = await OfOrdersAsync(ofNumber.Select(order => order.Id), cancellationToken).ConfigureAwait(false);
        var found = ofOrder.SelectMany(group => group).ToList();
        return found.Count == 0 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? await ByIdsAsync([text], cancellationToken).ConfigureAwait(false)
            : found;
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
