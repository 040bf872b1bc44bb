using System.Runtime.CompilerServices;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Orders of a shop. Payment, shipping, tags and the rest are the rules' business.</summary>
internal sealed class ShopifyOrderSource : ISource<Order>
{
    private readonly ShopQueries _queries;
    private readonly OrderAssembler<Order> _assembler;
    private readonly OrderKeys _keys;

    public ShopifyOrderSource(ShopifyClient client, int pageSize)
    {
        _queries = new ShopQueries(client, "orders", ShopifyDocument.OrdersPage, ShopifyDocument.OrdersByIds, pageSize);
        _assembler = new OrderAssembler<Order>(client, _queries, isToShip: true, (parts, node) => OrderReader.Read(parts, node.Refused.Contains("shippingAddress")));
        _keys = new OrderKeys(client, _queries);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<Order>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (nodes, cursor) in _queries.ChangedAsync(request, request.StartFrom, null, cancellationToken).ConfigureAwait(false))
        {
            yield return await _assembler.AssembleAsync(nodes, cursor, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<Page<Order>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var nodes = await _queries.ByIdsAsync([.. keys.Where(Gid.IsOrder)], cancellationToken).ConfigureAwait(false);
        return await _assembler.AssembleAsync(nodes, null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken) => _keys.FindAsync(text, cancellationToken);
}
