using System.Globalization;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Sales orders at PULPO.</summary>
internal sealed class PulpoOrderDestination(
    PulpoDirectory directory, PulpoOrders orders, PulpoOrderPreparer preparer, PulpoOrderChanger changer, PulpoOrderCreator creator) : IDestination<Order>, IRecall
{
    private readonly KeyedQueues _turns = new();

    /// <inheritdoc/>
    /// <remarks>One is sent while the next is prepared, and a third stands ready.</remarks>
    public int BatchesAtOnce => 3;

    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken) =>
        orders.FindAsync(references, cancellationToken);

    public async Task<IReadOnlyList<Recalled>> RecallAsync(
        string account, IReadOnlyList<(string Key, string BaseNumber)> records, CancellationToken cancellationToken)
    {
        var warehouses = await directory.WarehousesAsync(cancellationToken).ConfigureAwait(false);
        var found = await orders.RecallAsync(account, records, cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.Select(one => new Recalled(
                one.Owner.Order, one.Owner.Part, one.Order.OrderNum!.Trim(), one.Order.Id.ToString(CultureInfo.InvariantCulture), PulpoAssumptions.IsCancelled(one.Order.State),
                warehouses.FirstOrDefault(warehouse => warehouse.Id == one.Order.WarehouseId)?.Name, PulpoOrders.Holds(one.Order))),
        ];
    }

    /// <inheritdoc/>
    /// <remarks>Cancellation is honoured until the first order is sent; from then on the batch settles, bounded by the calls' own timeouts.</remarks>
    public async Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<Order>> batch, CancellationToken cancellationToken)
    {
        var works = batch.Select(write => new PulpoOrderWork(write.Operation, write.Ref, write.Record)).ToList();
        using var sending = await PrepareAsync(works, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        // What is there comes first: a move takes back here before it makes there.
        await PulpoWork.SendAsync(works, work => work.Operation is not WriteOperation.Create, changer.ChangeAsync).ConfigureAwait(false);
        await PulpoWork.SendAsync(works, work => work.Operation is WriteOperation.Create, creator.CreateAsync).ConfigureAwait(false);
        return [.. works.Select(work => work.Result!)];
    }

    // One batch is prepared at a time, because the customers that it makes are known to the next; and they are sent in their sequence.
    private async Task<IDisposable> PrepareAsync(List<PulpoOrderWork> works, CancellationToken cancellationToken)
    {
        using var preparing = await _turns.EnterAsync("prepare", 1, cancellationToken).ConfigureAwait(false);
        await preparer.PrepareAsync([.. works.Where(work => work.Operation is WriteOperation.Create or WriteOperation.Update)], cancellationToken).ConfigureAwait(false);
        return await _turns.EnterAsync("send", 1, cancellationToken).ConfigureAwait(false);
    }
}
