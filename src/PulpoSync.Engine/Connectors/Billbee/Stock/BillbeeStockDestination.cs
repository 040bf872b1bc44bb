using System.Globalization;
using PulpoSync.Engine.Connectors.Billbee.Catalog;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Stock;

/// <summary>Stock levels of an account. They are always updated, never made by us: an article that Billbee does not have is left out.</summary>
internal sealed class BillbeeStockDestination(BillbeeClient client, BillbeeStocks stocks, BillbeeArticles articles, IWatch watch, bool subtractReserved)
    : IDestination<StockLevel>, IWatch
{
    private readonly StockCalls _calls = new(client, subtractReserved);

    /// <inheritdoc/>
    /// <remarks>A level is found by what it belongs to, not by a number of its own; it is there where an earlier write has named it.</remarks>
    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Found>>([.. references.Select(reference => reference.DestinationId is { } id ? new Found(FoundKind.Ours, id) : Found.Nothing)]);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<StockLevel>> batch, CancellationToken cancellationToken)
    {
        var works = batch.Select(write => new StockWork(write)).ToList();
        var hasSeveral = (await stocks.ReadAsync(cancellationToken).ConfigureAwait(false)).Count > 1;
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            foreach (var group in works.GroupBy(work => work.Target.LocationKey, StringComparer.Ordinal))
            {
                foreach (var (work, answer, open) in await _calls.SetAsync([.. group], hasSeveral ? group.Key : null, CancellationToken.None).ConfigureAwait(false))
                {
                    work.Result = answer is null ? WriteResult.Unknown(open!) : await ResultAsync(work, answer).ConfigureAwait(false);
                }
            }
        }
        catch (FailureException e) when (works.Exists(work => work.Result is not null))
        {
            // Something was executed already: its results must not be lost with the call that failed.
            foreach (var work in works) work.Result ??= WriteResult.Unknown(e.Failure);
        }

        return [.. works.Select(work => work.Result!)];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<WatchPage> ChangedAsync(string? cursor, CancellationToken cancellationToken) => watch.ChangedAsync(cursor, cancellationToken);

    private async Task<WriteResult> ResultAsync(StockWork work, StockAnswer answer)
    {
        if (answer.Failure is null) return Done(work, answer);
        if (answer.Failure.Kind is FailureKind.Transient) return WriteResult.Unknown(answer.Failure);
        // No code of Billbee's says that there is no such article.
        return await articles.FindAsync(work.Sku, "sku", article => article.Text("Id") ?? "", CancellationToken.None).ConfigureAwait(false) is null
            ? WriteResult.LeftOut(ReasonCodes.NotInShop, $"Billbee has no article with the SKU \"{work.Sku}\".")
            : WriteResult.Refused(answer.Failure with
            {
                Code = $"Billbee:{answer.Failure.Code}", Message = $"Billbee refuses to set \"{work.Sku}\" at \"{work.Target.Location}\" ({answer.Failure.Code}).",
            });
    }

    private WriteResult Done(StockWork work, StockAnswer answer)
    {
        if (answer.Old is { } old && old == answer.Now) return WriteResult.Unchanged(work.Id);
        var done = WriteResult.Done(work.Id);
        return subtractReserved || answer.Now is not { } now || now == work.Target.Quantity
            ? done
            : done with { Warning = string.Create(CultureInfo.InvariantCulture, $"Billbee was told {work.Target.Quantity} of \"{work.Sku}\" and says that it has {now}.") };
    }
}
