using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Counter;

/// <summary>Counter sales at PULPO: orders that are made ended, with picking, packing and the movement of the goods behind them.</summary>
internal sealed class PulpoCounterDestination(
    PulpoOrders orders, PulpoOrderPreparer preparer, PulpoOrderCreator creator, PulpoCounterCustomer customer, PulpoShortGoods goods) : IDestination<CounterSale>
{
    private const string Type = "POS_external";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken) =>
        orders.FindAsync(references, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<CounterSale>> batch, CancellationToken cancellationToken)
    {
        var works = new List<PulpoOrderWork>(batch.Count);
        foreach (var write in batch)
        {
            var to = await customer.ShipToAsync(write.Record.Order.Delivery!.FallbackCustomer!, cancellationToken).ConfigureAwait(false);
            works.Add(new PulpoOrderWork(write.Operation, write.Ref, write.Record.Order) { Type = Type, ShipTo = to });
        }

        await preparer.PrepareAsync(works, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        await PulpoWork.SendAsync(works, _ => true, creator.CreateAsync).ConfigureAwait(false);
        foreach (var work in works.Where(work => work is { Body: not null, Result: { Status: WriteStatus.Refused, Failure.Kind: FailureKind.Data } }))
        {
            work.Result = await NamedAsync(work).ConfigureAwait(false);
        }

        return [.. works.Select(work => work.Result!)];
    }

    // The refusal stands whatever becomes of the question.
    private async Task<WriteResult> NamedAsync(PulpoOrderWork work)
    {
        try
        {
            return await goods.NameAsync(work, CancellationToken.None).ConfigureAwait(false);
        }
        catch (FailureException)
        {
            return work.Result!;
        }
    }
}
