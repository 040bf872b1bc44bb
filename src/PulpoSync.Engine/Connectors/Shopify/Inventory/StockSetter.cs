using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Inventory;

/// <summary>
/// Sets levels in batches. Shopify sets all of a batch or nothing, and only where each level is still what was read: an order that comes in between is
/// never written over. Every batch has a key of its own; the same batch is sent again under the same key while no answer comes, so that it is done once.
/// </summary>
internal sealed class StockSetter(ShopifyClient client, StockFinder finder)
{
    /// <summary>Most entries that Shopify takes.</summary>
    public const int BatchSize = 250;

    // A level that changes each time it is looked at is left to the next run.
    private const int MostStale = 5;
    // The key of an attempt that failed at Shopify is spent; a batch that fails under so many keys is not tried on.
    private const int MostKeys = 3;

    /// <summary>Sets the levels of works that differ from what is wanted, and settles each.</summary>
    /// <exception cref="FailureException">Surely nothing of the batch in hand was done.</exception>
    public async Task SetAsync(IEnumerable<StockWork> works, CancellationToken cancellationToken)
    {
        foreach (var group in works.GroupBy(work => work.Target.Measure))
        {
            foreach (var batch in group.Chunk(BatchSize)) await SetAsync(group.Key, [.. batch], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SetAsync(StockMeasure measure, List<StockWork> open, CancellationToken cancellationToken)
    {
        for (var spent = 0; open.Count > 0; open.RemoveAll(work => work.Result is not null))
        {
            if (await SendAsync(measure, open, cancellationToken).ConfigureAwait(false) is not { } errors) return;
            if (errors.Count == 0)
            {
                foreach (var work in open) work.Result = WriteResult.Done(work.Item!.Level!.Id);
            }
            else if (errors.Any(error => error.Code == "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED") && ++spent < MostKeys)
            {
                // Once more, under a new key.
            }
            else
            {
                await BlameAsync(open, errors, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Null: whether it was done is not known, and the works say so. The next run reads the levels before it writes, which is surer than the key: that
    // one is kept for a day, and cannot tell that a piece was sold meanwhile.
    private async Task<IReadOnlyList<ShopifyUserError>?> SendAsync(StockMeasure measure, List<StockWork> open, CancellationToken cancellationToken)
    {
        var key = Guid.NewGuid().ToString();
        var quantities = open.Select(work => new JsonObject
        {
            ["inventoryItemId"] = work.Item!.Id, ["locationId"] = work.Target.LocationKey, ["quantity"] = work.Target.Quantity, ["changeFromQuantity"] = work.Now,
        });
        var input = new JsonObject
        {
            ["name"] = ShelfLevel.NameOf(measure), ["reason"] = "correction", ["referenceDocumentUri"] = $"gid://pulpo-sync/StockBatch/{key}",
            ["quantities"] = new JsonArray([.. quantities]),
        };
        try
        {
            var answer = await client.MutateAsync(
                ShopifyDocument.StockSet, new JsonObject { ["input"] = input, ["key"] = key }, CallKind.IdempotentWrite, cancellationToken).ConfigureAwait(false);
            return ShopifyUserError.Read(answer.Data?.Get("inventorySetQuantities"));
        }
        catch (FailureException e) when (e.Failure.Kind is FailureKind.Transient or FailureKind.Protocol)
        {
            foreach (var work in open) work.Result = WriteResult.Unknown(e.Failure);
            return null;
        }
    }

    private async Task BlameAsync(List<StockWork> open, IReadOnlyList<ShopifyUserError> errors, CancellationToken cancellationToken)
    {
        var isStale = false;
        foreach (var error in errors)
        {
            if (error.IndexIn("quantities") is not { } index || index < 0 || index >= open.Count) throw Whole(error);
            var work = open[index];
            if (error.Code is not ("CHANGE_FROM_QUANTITY_STALE" or "COMPARE_QUANTITY_STALE")) work.Result ??= WriteResult.Refused(Refusal(work, error));
            else if (++work.Stale < MostStale) isStale = true;
            else work.Result ??= WriteResult.Refused(new Failure(
                FailureKind.Conflict, "LevelKeepsChanging", $"The stock of \"{work.Sku}\" at \"{work.Target.Location}\" changed each time before it could be set."));
        }

        if (!isStale) return;
        // All of them: whoever changed one may have changed others, and Shopify need not have named each.
        await finder.RefreshAsync(open.Where(work => work.Result is null), cancellationToken).ConfigureAwait(false);
        foreach (var work in open) work.SettleIfEqual();
    }

    private static Failure Refusal(StockWork work, ShopifyUserError error) => new(
        FailureKind.Data, error.Code is { } code ? $"Shopify:{code}" : "StockRefused",
        $"Shopify refuses to set \"{work.Sku}\" at \"{work.Target.Location}\" ({error.Code ?? "no code"}).");

    private FailureException Whole(ShopifyUserError error) => new(new Failure(
        FailureKind.Protocol, "StockSetRefused", $"{client.Shop} refuses to set stock ({error}). This is a fault of PulpoSync or of the API version; please report it."));
}
