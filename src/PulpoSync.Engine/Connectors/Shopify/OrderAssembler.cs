using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Makes canonical orders of the nodes of an answer.</summary>
internal sealed class OrderAssembler(ShopifyClient client, OrderQueries queries)
{
    private readonly WholeOrders _orders = new(client, queries);

    /// <summary>The orders of some nodes, in their sequence.</summary>
    public async Task<Page<Order>> AssembleAsync(IReadOnlyList<OrderNode> nodes, string? nextCursor, CancellationToken cancellationToken)
    {
        var whole = await _orders.CompleteAsync(nodes, cancellationToken).ConfigureAwait(false);
        var results = whole.Select(one => one.Parts is { } parts ? Read(parts, one.Node.AddressRefused) : (Order: null, one.Failure)).ToList();
        return new Page<Order>([.. results.Select(result => result.Order).OfType<Order>()], nextCursor)
        {
            Unreadable =
            [
                .. nodes.Zip(results).Where(pair => pair.Second.Failure is not null)
                    .Select(pair => (pair.First.Head.Text("id")!, pair.First.Head.Text("name"), pair.Second.Failure!)),
            ],
        };
    }

    private (Order? Order, Failure? Failure) Read(OrderParts parts, bool addressRefused) => OrderReader.Read(parts, addressRefused) is { } order
        ? (order, null)
        : (null, new Failure(FailureKind.Data, "OrderIncomplete", $"{client.Shop} gives the order without name or times."));
}
