using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Returns;

/// <summary>
/// Returns and refunds of a shop's orders. Shopify has no numbers of ours for them, so that the order is read before anything is done, and again where an
/// answer was lost: what carries our mark is there and is not made again.
/// </summary>
internal sealed class ShopifyReturnDestination : IDestination<GoodsReturn>
{
    private readonly ShopifyClient _client;
    private readonly ReturnOrderReader _reader;
    private readonly ReturnRegistrar _registrar;
    private readonly ReturnRefunder _refunder;

    public ShopifyReturnDestination(ShopifyClient client)
    {
        _client = client;
        _reader = new ReturnOrderReader(client);
        _registrar = new ReturnRegistrar(client, _reader);
        _refunder = new ReturnRefunder(client, _reader);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken)
    {
        var orders = new Dictionary<string, ReturnOrder?>(StringComparer.Ordinal);
        // The note of a return says which order it belongs to.
        foreach (var id in references.Select(reference => reference.Held).OfType<string>().Distinct(StringComparer.Ordinal))
            orders[id] = await ReadableAsync(id, cancellationToken).ConfigureAwait(false);
        return [.. references.Select(reference => Judge(reference.Held is { } id ? orders[id] : null, reference))];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<GoodsReturn>> batch, CancellationToken cancellationToken)
    {
        var results = new WriteResult[batch.Count];
        // Returns that the shop has no use for: their refunds do not wait for them.
        var leftOut = new HashSet<string>(StringComparer.Ordinal);
        var isUntouched = true;
        Failure? down = null;
        // What belongs to one order is done in its order: each write changes what the next may do.
        foreach (var group in batch.Select((write, index) => (write, index)).GroupBy(item => item.write.Record.OrderKey ?? "", StringComparer.Ordinal))
        {
            foreach (var (write, index) in group)
            {
                try
                {
                    if (down is null) results[index] = await OneAsync(group.Key, write, leftOut.Contains(write.Ref.SourceKey), cancellationToken).ConfigureAwait(false);
                }
                catch (FailureException e) when (e.Failure.IsRecordOnly)
                {
                    results[index] = WriteResult.Refused(e.Failure);
                }
                catch (FailureException e)
                {
                    // Reading failed, so this one was not written; if none was, the whole call was not.
                    if (isUntouched) throw;
                    down = e.Failure;
                }

                results[index] ??= WriteResult.Refused(down!);
                if (results[index].Status is WriteStatus.LeftOut) leftOut.Add(write.Ref.SourceKey);
                isUntouched = false;
            }
        }

        return results;
    }

    // An order that cannot be read whole holds up its own returns alone: they are refused when they are written.
    private async Task<ReturnOrder?> ReadableAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.ReadAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e) when (e.Failure.IsRecordOnly)
        {
            return null;
        }
    }

    private async Task<WriteResult> OneAsync(string id, Write<GoodsReturn> write, bool isLeftOut, CancellationToken cancellationToken)
    {
        if (await _reader.ReadAsync(id, cancellationToken).ConfigureAwait(false) is not { } order)
        {
            return WriteResult.Refused(new Failure(
                FailureKind.NotFound, "OrderNotFound",
                $"{_client.Shop} shows no order for order {write.Record.OrderNumber} of return {write.Record.Number}. It was deleted, or is older than 60 days and the app lacks {ShopifyScopes.AllOrders}."));
        }

        if (order.IsCancelled)
        {
            return WriteResult.LeftOut(
                "OrderCancelled", $"Order {order.Name} is cancelled in the shop; return {write.Record.Number} is neither registered nor refunded there.");
        }

        if (write.Record.Refund is { AfterRegistration: true } && !isLeftOut && order.ReturnOf(ReturnMark.Of(write.Ref)) is null)
        {
            return WriteResult.Refused(new Failure(
                FailureKind.Conflict, "ReturnFirst",
                $"Return {write.Record.Number} of order {order.Name} is refunded once it is registered: Shopify registers no return of refunded goods."));
        }

        return write.Record.Refund is null
            ? await _registrar.WriteAsync(order, write, cancellationToken).ConfigureAwait(false)
            : await _refunder.WriteAsync(order, write, cancellationToken).ConfigureAwait(false);
    }

    private static Found Judge(ReturnOrder? order, RecordRef reference)
    {
        var mark = ReturnMark.Of(reference);
        var id = reference.Part == GoodsReturn.RefundPart ? order?.RefundOf(mark) : order?.ReturnOf(mark);
        return id is null ? Found.Nothing : new Found(FoundKind.Ours, id);
    }
}
