using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Counter;

/// <summary>
/// Names the goods that were too few for a sale that PULPO has refused. How PULPO words such a refusal is not documented: what is free is asked for and
/// compared.
/// </summary>
internal sealed class PulpoShortGoods(PulpoClient client)
{
    private const string Path = "/inventory/stocks/availability";

    /// <summary>The refusal; as it was where nothing is short.</summary>
    public async Task<WriteResult> NameAsync(PulpoOrderWork work, CancellationToken cancellationToken)
    {
        var wanted = work.Body!.Items.GroupBy(item => item.ProductId).ToDictionary(group => group.Key, group => group.Sum(item => item.Quantity));
        var query = string.Join('&', wanted.Keys.Select(id => FormattableString.Invariant($"id[]={id}")).Append(FormattableString.Invariant($"warehouse_id[]={work.Body.WarehouseId}")));
        var page = await client.PageAsync(Path, "availabilities", query, 0, PulpoJson.Default.PulpoAvailability, cancellationToken, sortBy: null).ConfigureAwait(false);
        var free = (page?.Items ?? []).GroupBy(one => one.ProductId).ToDictionary(group => group.Key, group => group.Sum(one => one.AvailableQuantity ?? 0));
        // A product that is not named has never been there.
        var lacking = wanted.Where(item => free.GetValueOrDefault(item.Key) < item.Value).Select(item => item.Key).ToHashSet();
        if (lacking.Count == 0) return work.Result!;
        var skus = work.Body.Items.Zip(work.Order.Lines.Where(line => line.Quantity > 0), (item, line) => (item.ProductId, Sku: line.Sku!.Trim()))
            .Where(pair => lacking.Contains(pair.ProductId)).Select(pair => pair.Sku).Distinct(StringComparer.Ordinal);
        var delivery = work.Order.Delivery!;
        var message = $"The counter sale {delivery.Number} is not booked: warehouse \"{delivery.Warehouse}\" has too few of {string.Join(", ", skus)}. Receive or count the goods in PULPO; it is tried again.";
        return WriteResult.Refused(new Failure(FailureKind.Data, ReasonCodes.GoodsShort, message)) with { Warning = message };
    }
}
