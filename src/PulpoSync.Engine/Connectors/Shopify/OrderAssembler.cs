using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Makes records of whole orders from the nodes of an answer: reads what is missing, and sets aside what cannot be read, so that the others go on.</summary>
/// <param name="client">Client.</param>
/// <param name="queries">Reads an order once more by itself.</param>
/// <param name="read">Turns a whole order into the record; null where it lacks what none can be without.</param>
internal sealed class OrderAssembler<TRecord>(ShopifyClient client, ShopQueries queries, Func<OrderParts, ShopNode, TRecord?> read)
    where TRecord : class
{
    // Orders that need further pages are rare and each waits for the network: a few at a time, well within the bucket.
    private const int AtOnce = 4;

    // An order that changes again and again while it is read must not hold the run.
    private const int MostTries = 3;

    private readonly OrderCompleter _completer = new(client);

    /// <summary>The records of some nodes, in their sequence.</summary>
    public async Task<Page<TRecord>> AssembleAsync(IReadOnlyList<ShopNode> nodes, string? nextCursor, CancellationToken cancellationToken)
    {
        var results = new (TRecord? Record, Failure? Failure)[nodes.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, nodes.Count), options, async (index, token) => results[index] = await OneAsync(nodes[index], token).ConfigureAwait(false))
            .ConfigureAwait(false);

        return new Page<TRecord>([.. results.Select(result => result.Record).OfType<TRecord>()], nextCursor)
        {
            Unreadable =
            [
                .. nodes.Zip(results).Where(pair => pair.Second.Failure is not null)
                    .Select(pair => (pair.First.Head.Text("id")!, pair.First.Head.Text("name"), pair.Second.Failure!)),
            ],
        };
    }

    private async Task<(TRecord? Record, Failure? Failure)> OneAsync(ShopNode node, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                if (!node.IsBroken && await ReadAsync(node, cancellationToken).ConfigureAwait(false) is { } result) return result;
                if (attempt == MostTries) return (null, Unreadable(node));
                var again = await queries.ByIdsAsync([node.Head.Text("id")!], cancellationToken).ConfigureAwait(false);
                if (again.Count == 0) return (null, Gone());
                node = again[0];
            }
        }
        catch (FailureException e) when (e.Failure.Kind is FailureKind.Protocol or FailureKind.Transient)
        {
            // The page itself came through: the trouble lies with this order, which is tried again on its own.
            return (null, e.Failure);
        }
    }

    // Null: it changed while it was read.
    private async Task<(TRecord? Record, Failure? Failure)?> ReadAsync(ShopNode node, CancellationToken cancellationToken)
    {
        var parts = new OrderParts(client.Shop, node.Head);
        if (!await _completer.CompleteAsync(parts, cancellationToken).ConfigureAwait(false)) return null;
        return read(parts, node) is { } record
            ? (record, null)
            : (null, new Failure(FailureKind.Data, "OrderIncomplete", $"{client.Shop} gives the order without name or times."));
    }

    private Failure Gone() => new(FailureKind.NotFound, ReasonCodes.GoneAtSource, $"The order vanished from {client.Shop} while it was read.");

    private Failure Unreadable(ShopNode node) => node.IsBroken
        ? new Failure(FailureKind.Data, "OrderUnreadable", $"{client.Shop} cannot give this order without errors of its own.")
        : new Failure(FailureKind.Data, "OrderUnsteady", $"The order changed at {client.Shop} each time it was read.");
}
