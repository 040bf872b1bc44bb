using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify.Fulfillments;

/// <summary>Reads orders as far as shipping goes.</summary>
internal sealed class ShippingOrders
{
    private readonly ShopQueries _queries;
    private readonly WholeOrders _orders;

    public ShippingOrders(ShopifyClient client)
    {
        _queries = new ShopQueries(client, "orders", ShopifyDocument.OrdersPage, ShopifyDocument.ShippingByIds, ShopifySpec.DefaultPageSize);
        _orders = new WholeOrders(client, _queries);
    }

    /// <summary>Orders by key: the order, or why it cannot be read; a key without entry means that the shop shows no such order.</summary>
    public async Task<IReadOnlyDictionary<string, (ShippingOrder? Order, Failure? Failure)>> ReadAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var whole = await PartsAsync([.. keys.Distinct(StringComparer.Ordinal).Where(Gid.IsOrder)], cancellationToken).ConfigureAwait(false);
        return whole.ToDictionary(
            one => one.Node.Head.Text("id")!, one => (one.Parts is null ? null : new ShippingOrder(one.Parts), one.Failure), StringComparer.Ordinal);
    }

    /// <summary>Reads an order again.</summary>
    /// <exception cref="FailureException">It cannot be read.</exception>
    public async Task RefreshAsync(ShippingOrder order, CancellationToken cancellationToken)
    {
        var whole = await PartsAsync([order.Key], cancellationToken).ConfigureAwait(false);
        if (whole.Count == 0 || whole[0].Parts is not { } parts)
        {
            throw new FailureException(whole.Count > 0 ? whole[0].Failure! : new Failure(FailureKind.NotFound, ReasonCodes.OrderGone, $"The shop no longer shows {order.Name}."));
        }

        order.Load(parts);
    }

    private async Task<IReadOnlyList<(ShopNode Node, OrderParts? Parts, Failure? Failure)>> PartsAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var nodes = await _queries.ByIdsAsync(keys, cancellationToken).ConfigureAwait(false);
        return await _orders.CompleteAsync(nodes, cancellationToken).ConfigureAwait(false);
    }
}
