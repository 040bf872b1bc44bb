using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Makes records of whole orders from the nodes of an answer; what cannot be read is set aside, so that the others go on.</summary>
/// <param name="client">Client.</param>
/// <param name="queries">Reads an order once more by itself.</param>
/// <param name="isToShip">True where the queries ask what there is to ship.</param>
/// <param name="read">Turns a whole order into the record; null where it lacks what none can be without.</param>
internal sealed class OrderAssembler<TRecord>(ShopifyClient client, ShopQueries queries, bool isToShip, Func<OrderParts, ShopNode, TRecord?> read)
    where TRecord : class
{
    private readonly WholeOrders _orders = new(client, queries);

    /// <summary>The records of some nodes, in their sequence.</summary>
    public async Task<Page<TRecord>> AssembleAsync(IReadOnlyList<ShopNode> nodes, string? nextCursor, CancellationToken cancellationToken)
    {
        var whole = await _orders.CompleteAsync(nodes, cancellationToken).ConfigureAwait(false);
        var results = whole.Select(one => one.Parts is { } parts ? Read(parts, one.Node) : (Record: null, one.Failure)).ToList();
        return new Page<TRecord>([.. results.Select(result => result.Record).OfType<TRecord>()], nextCursor)
        {
            Unreadable =
            [
                .. nodes.Zip(results).Where(pair => pair.Second.Failure is not null)
                    .Select(pair => (pair.First.Head.Text("id")!, pair.First.Head.Text("name"), pair.Second.Failure!)),
            ],
        };
    }

    private (TRecord? Record, Failure? Failure) Read(OrderParts parts, ShopNode node)
    {
        if (OrderShape.Missing(parts, isToShip) is { } missing) return (null, Incomplete(missing));
        return read(parts, node) is { } record ? (record, null) : (null, Incomplete("name or times"));
    }

    private Failure Incomplete(string what) => new(FailureKind.Data, "OrderIncomplete", $"{client.Shop} gives the order without {what}.");
}
