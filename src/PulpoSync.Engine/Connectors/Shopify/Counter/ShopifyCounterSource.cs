using System.Runtime.CompilerServices;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Counter;

/// <summary>Counter sales of a shop: its orders of the point of sale. What is no counter sale is not given.</summary>
internal sealed class ShopifyCounterSource : ISource<CounterSale>
{
    private readonly ShopQueries _queries;
    private readonly OrderAssembler<CounterSale> _assembler;
    private readonly OrderKeys _keys;

    public ShopifyCounterSource(ShopifyClient client, int pageSize)
    {
        _queries = new ShopQueries(client, "orders", ShopifyDocument.CounterSalesPage, ShopifyDocument.CounterSalesByIds, pageSize);
        _assembler = new OrderAssembler<CounterSale>(client, _queries, isToShip: false, (parts, _) => CounterSaleReader.Read(parts));
        _keys = new OrderKeys(client, _queries);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<CounterSale>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Where an order was placed never changes: it may be left to the server.
        var placed = SearchTerm.Source(CounterSaleReader.Source);
        await foreach (var (nodes, cursor) in _queries.ChangedAsync(request, request.StartFrom, placed, cancellationToken).ConfigureAwait(false))
        {
            yield return await SalesAsync(nodes, cursor, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task<Page<CounterSale>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        await SalesAsync(await _queries.ByIdsAsync([.. keys.Where(Gid.IsOrder)], cancellationToken).ConfigureAwait(false), null, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        var keys = await _keys.FindAsync(text, cancellationToken).ConfigureAwait(false);
        var sales = await ReadManyAsync(keys, cancellationToken).ConfigureAwait(false);
        return [.. sales.Records.Select(sale => sale.Order.Key), .. sales.Unreadable.Select(item => item.Key)];
    }

    private Task<Page<CounterSale>> SalesAsync(IReadOnlyList<ShopNode> nodes, string? cursor, CancellationToken cancellationToken) =>
        _assembler.AssembleAsync([.. nodes.Where(node => CounterSaleReader.IsCounterSale(node.Head))], cursor, cancellationToken);
}
