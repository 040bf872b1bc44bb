using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>
/// Completes the orders of an answer: reads what did not fit into it, again where an order changed meanwhile, and sets aside what cannot be read, so that
/// the others go on.
/// </summary>
internal sealed class WholeOrders(ShopifyClient client, ShopQueries queries)
{
    /// <summary>Orders that need further calls are rare and each waits for the network: a few at a time, well within the bucket.</summary>
    public const int AtOnce = 4;

    // An order that changes again and again while it is read must not hold the run.
    private const int MostTries = 3;

    private readonly OrderCompleter _completer = new(client);

    /// <summary>The orders of some nodes, in their sequence: the node as it was read last, and its parts or why there are none.</summary>
    public async Task<IReadOnlyList<(ShopNode Node, OrderParts? Parts, Failure? Failure)>> CompleteAsync(
        IReadOnlyList<ShopNode> nodes, CancellationToken cancellationToken)
    {
        var results = nodes.Select(AtOnceWhole).ToArray();
        var open = Enumerable.Range(0, nodes.Count).Where(index => results[index].Parts is null).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        if (open.Count > 0)
        {
            await Parallel.ForEachAsync(open, options, async (index, token) => results[index] = await OneAsync(nodes[index], token).ConfigureAwait(false))
                .ConfigureAwait(false);
        }

        return results;
    }

    // Nearly all are: they wait for nobody. Without parts: it needs further calls, or cannot be read.
    private (ShopNode Node, OrderParts? Parts, Failure? Failure) AtOnceWhole(ShopNode node)
    {
        try
        {
            return (node, !node.IsBroken && new OrderParts(client.Shop, node.Head) is { IsWhole: true } parts ? parts : null, null);
        }
        catch (FailureException)
        {
            return (node, null, null);
        }
    }

    private async Task<(ShopNode Node, OrderParts? Parts, Failure? Failure)> OneAsync(ShopNode node, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                if (!node.IsBroken && await PartsAsync(node, cancellationToken).ConfigureAwait(false) is { } parts) return (node, parts, null);
                if (attempt == MostTries) return (node, null, Unreadable(node));
                var again = await queries.ByIdsAsync([node.Head.Text("id")!], cancellationToken).ConfigureAwait(false);
                if (again.Count == 0) return (node, null, Gone());
                node = again[0];
            }
        }
        catch (FailureException e) when (e.Failure.Kind is FailureKind.Protocol or FailureKind.Transient)
        {
            // The page itself came through: the trouble lies with this order, which is tried again on its own.
            return (node, null, e.Failure);
        }
    }

    // Null: it changed while it was read.
    private async Task<OrderParts?> PartsAsync(ShopNode node, CancellationToken cancellationToken)
    {
        var parts = new OrderParts(client.Shop, node.Head);
        return await _completer.CompleteAsync(parts, cancellationToken).ConfigureAwait(false) ? parts : null;
    }

    private Failure Gone() => new(FailureKind.NotFound, ReasonCodes.GoneAtSource, $"The order vanished from {client.Shop} while it was read.");

    private Failure Unreadable(ShopNode node) => node.IsBroken
        ? new Failure(FailureKind.Data, "OrderUnreadable", $"{client.Shop} cannot give this order without errors of its own.")
        : new Failure(FailureKind.Data, "OrderUnsteady", $"The order changed at {client.Shop} each time it was read.");
}
