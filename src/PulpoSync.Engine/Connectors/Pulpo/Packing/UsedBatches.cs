using System.Globalization;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Packing;

/// <summary>Lots and serial numbers among packed goods. Where a packing order names a batch by its id alone, the batch itself is looked up.</summary>
internal sealed class UsedBatches(PulpoClient client)
{
    private readonly PulpoLookup<PulpoBatch> _byId = new(
        client, "/inventory/products/batches", "batches", "id", PulpoJson.Default.PulpoBatch, batch => batch.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>The batches of some orders' packing orders, by order.</summary>
    public async Task<ILookup<long, UsedBatch>> OfAsync(ILookup<long, PulpoPackingOrder> packings, CancellationToken cancellationToken)
    {
        var used =
            from order in packings
            from packing in order
            where !PulpoAssumptions.IsCancelled(packing.State)
            from item in packing.Items ?? []
            from batch in item.Batches ?? []
            where batch.Quantity > 0
            select (Order: order.Key, item.Product?.Sku, Batch: batch);
        var all = used.ToList();
        var nameless = all.Where(one => one.Batch.Batch?.Number is null).Select(one => one.Batch.BatchId).OfType<long>().Distinct();
        var found = await _byId.FindAsync(nameless.Select(id => id.ToString(CultureInfo.InvariantCulture)), confirm: true, cancellationToken).ConfigureAwait(false);
        var byId = found.Values.Select(batches => batches[0]).ToDictionary(batch => batch.Id);
        return all.Select(one => (one.Order, one.Sku, one.Batch.Quantity, Batch: one.Batch.Batch is { Number: not null } named ? named : byId.GetValueOrDefault(one.Batch.BatchId ?? 0)))
            .Where(one => one.Batch?.Number is not null)
            .ToLookup(one => one.Order, one => new UsedBatch(one.Sku, one.Batch!.Number!, PulpoAssumptions.IsSerial(one.Batch.Type), (int)one.Quantity!.Value));
    }
}
