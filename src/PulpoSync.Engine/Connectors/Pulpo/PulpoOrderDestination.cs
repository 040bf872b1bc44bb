using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Sales orders at PULPO.</summary>
internal sealed class PulpoOrderDestination(
    PulpoOrders orders, PulpoOrderPreparer preparer, PulpoOrderChanger changer, PulpoOrderCreator creator) : IDestination<Order>
{
    public async Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken)
    {
        var found = await orders.ByNumberAsync(references, cancellationToken).ConfigureAwait(false);
        return [.. references.Zip(found, (reference, order) => PulpoOrders.Judge(order, reference))];
    }

    /// <inheritdoc/>
    /// <remarks>Cancellation is honoured until the first order is sent; from then on the batch settles, bounded by the calls' own timeouts.</remarks>
    public async Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<Order>> batch, CancellationToken cancellationToken)
    {
        var works = batch.Select(write => new PulpoOrderWork(write)).ToList();
        await preparer.PrepareAsync([.. works.Where(work => work.Operation is WriteOperation.Create or WriteOperation.Update)], cancellationToken)
            .ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        // What is there comes first: a move takes back here before it makes there.
        await SendAsync(works, work => work.Operation is not WriteOperation.Create, changer.ChangeAsync).ConfigureAwait(false);
        await SendAsync(works, work => work.Operation is WriteOperation.Create, creator.CreateAsync).ConfigureAwait(false);
        return [.. works.Select(work => work.Result!)];
    }

    private static async Task SendAsync(
        List<PulpoOrderWork> works, Func<PulpoOrderWork, bool> fits, Func<IReadOnlyList<PulpoOrderWork>, CancellationToken, Task> send)
    {
        var open = works.Where(work => work.Result is null && fits(work)).ToList();
        try
        {
            await send(open, CancellationToken.None).ConfigureAwait(false);
        }
        catch (FailureException e) when (works.Exists(WasSent))
        {
            // Something was executed already: its results must not be lost with the call that failed.
            foreach (var work in open) work.Result ??= WriteResult.Unknown(e.Failure);
        }
    }

    private static bool WasSent(PulpoOrderWork work) => work.Result is { Status: not WriteStatus.Refused };
}
