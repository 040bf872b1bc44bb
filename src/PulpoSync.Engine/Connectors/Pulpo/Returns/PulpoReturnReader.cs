using System.Globalization;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Returns;

/// <summary>Makes canonical returns of a page of incoming goods: their orders and articles are looked up for all of them at once.</summary>
internal sealed class PulpoReturnReader(PulpoClient client, PulpoOrders orders, TimeProvider time)
{
    private readonly PulpoLookup<PulpoProduct> _products = new(
        client, "/inventory/products", "products", "id", PulpoJson.Default.PulpoProduct, product => product.Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Key of a return: what stands behind its id is what people know it by.</summary>
    public static string KeyOf(PulpoReturn found) => string.Create(CultureInfo.InvariantCulture, $"{found.Id}/{NumberOf(found)}");

    /// <summary>Id of a key; null where it is none of ours.</summary>
    public static long? IdOf(string key) =>
        key.IndexOf('/', StringComparison.Ordinal) is > 0 and var at && long.TryParse(key.AsSpan(0, at), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Reads returns.</summary>
    /// <param name="found">Incoming goods.</param>
    /// <param name="counterpart">Account of the other side; what surely belongs to another is left out. Null: everything is wanted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<GoodsReturn>> ReadAsync(IReadOnlyList<PulpoReturn> found, string? counterpart, CancellationToken cancellationToken)
    {
        var known = await orders.ByIdsAsync(found.Select(one => one.SalesOrderId).OfType<long>(), cancellationToken).ConfigureAwait(false);
        var wanted = found.Select(one => (Return: one, Order: one.SalesOrderId is { } id ? known.GetValueOrDefault(id) : null))
            .Where(pair => counterpart is null || OwnerOf(pair.Order)?.Account is not { } account || account == counterpart).ToList();
        var ids = wanted.SelectMany(pair => pair.Return.Items ?? []).Select(item => item.ProductId).OfType<long>().Distinct();
        var products = await _products.FindAsync(ids.Select(id => id.ToString(CultureInfo.InvariantCulture)), confirm: false, cancellationToken).ConfigureAwait(false);
        var skus = products.Values.Select(one => one[0]).Where(one => one.Sku is not null).ToDictionary(one => one.Id, one => one.Sku!);
        return [.. wanted.Select(pair => Read(pair.Return, pair.Order, skus))];
    }

    private GoodsReturn Read(PulpoReturn found, PulpoOrder? order, Dictionary<long, string> skus)
    {
        var owner = OwnerOf(order);
        var received = PulpoTime.Read(found.InsertedAt) ?? DateTimeOffset.MinValue;
        var changed = (found.Items ?? []).Select(item => PulpoTime.Read(item.UpdatedAt)).Append(PulpoTime.Read(found.UpdatedAt)).OfType<DateTimeOffset>()
            .DefaultIfEmpty(received).Max();
        return new GoodsReturn
        {
            Key = KeyOf(found),
            Number = NumberOf(found),
            OrderAccount = owner?.Account,
            OrderKey = owner?.Order,
            OrderNumber = order is null ? null : order.OrderNum ?? order.ExternalOrderNum,
            ReceivedAt = received,
            UpdatedAt = changed,
            IsFinished = PulpoAssumptions.IsReceived(found.EndDate, changed, time.GetUtcNow()),
            Lines = new PulpoReturnLines(order, skus).Read(found),
            Note = string.IsNullOrWhiteSpace(found.Notes) ? null : found.Notes.Trim(),
        };
    }

    private static PulpoOwner? OwnerOf(PulpoOrder? order) => order is null ? null : PulpoOwner.Of(order);

    private static string NumberOf(PulpoReturn found) =>
        string.IsNullOrWhiteSpace(found.SequenceNumber) ? found.Id.ToString(CultureInfo.InvariantCulture) : found.SequenceNumber.Trim();
}
