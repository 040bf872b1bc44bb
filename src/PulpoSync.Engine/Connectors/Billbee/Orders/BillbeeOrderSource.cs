using System.Globalization;
using System.Runtime.CompilerServices;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Orders;

/// <summary>Orders of an account, of all its shops and in every state: which of them are wanted is the rules' business.</summary>
internal sealed class BillbeeOrderSource(BillbeeClient client, int pageSize, TimeProvider time) : ISource<Order>
{
    // Orders that one call has to give at least, else they are read one by one.
    private const int WorthAList = 4;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<Order>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = Walk(request);
        await foreach (var orders in walk.FreshAsync(cancellationToken).ConfigureAwait(false)) yield return BillbeeReadOrder.Page(orders, null);
        // Only now is it sure that none was missed.
        yield return new Page<Order>([], walk.Cursor);
    }

    /// <inheritdoc/>
    public async Task<Page<Order>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var wanted = new SortedSet<long>(keys.Where(IsId).Select(key => long.Parse(key, CultureInfo.InvariantCulture)));
        var found = await FromListAsync(wanted, cancellationToken).ConfigureAwait(false);
        foreach (var id in wanted)
        {
            if (await OneAsync(Text(id), cancellationToken).ConfigureAwait(false) is { } order) found.Add(order);
        }

        return BillbeeReadOrder.Page(found, null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        var typed = text.Trim();
        if (typed.Length == 0) return [];
        var call = new BillbeeCall(HttpMethod.Get, "/orders/findbyextref/{id}") { Id = typed };
        var found = await client.FindAsync(call, BillbeeOrderReader.Read, cancellationToken).ConfigureAwait(false);
        // The search may be wider than what was asked.
        if (found is not null && string.Equals(found.Number, typed, StringComparison.OrdinalIgnoreCase)) return [found.Key];
        return IsId(typed) && await OneAsync(typed, cancellationToken).ConfigureAwait(false) is { } order ? [order.Key] : [];
    }

    /// <summary>A walk over what was changed.</summary>
    public BillbeeOrderWalk Walk(ReadRequest request) => new(PageAsync, request, pageSize, time);

    // Two reads of single orders a second are few: as long as a page of the list, from the least one on, gives several at once, it is asked instead. No order of
    // the list is promised: what it does not give is left to be read by itself.
    private async Task<List<BillbeeReadOrder>> FromListAsync(SortedSet<long> wanted, CancellationToken cancellationToken)
    {
        var found = new List<BillbeeReadOrder>();
        var from = wanted.Min;
        while (from > 0 && wanted.GetViewBetween(from, long.MaxValue).Count >= WorthAList)
        {
            var query = $"minimumBillBeeOrderId={Text(from)}";
            var page = await client.PageAsync("/orders", query, 1, BillbeeAssumptions.PageSize, BillbeeOrderReader.Read, cancellationToken).ConfigureAwait(false);
            var hits = page.Items.Where(order => wanted.Remove(long.Parse(order.Key, CultureInfo.InvariantCulture))).ToList();
            found.AddRange(hits);
            if (hits.Count < WorthAList) break;
            var greatest = hits.Max(order => long.Parse(order.Key, CultureInfo.InvariantCulture));
            from = wanted.FirstOrDefault(id => id > greatest);
        }

        return found;
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static bool IsId(string text) => text.Length is > 0 and < 19 && text.All(char.IsAsciiDigit);

    private Task<BillbeeReadOrder?> OneAsync(string id, CancellationToken cancellationToken) =>
        client.FindAsync(new BillbeeCall(HttpMethod.Get, "/orders/{id}") { Id = id }, BillbeeOrderReader.Read, cancellationToken);

    private Task<BillbeePage<BillbeeReadOrder>> PageAsync(DateTimeOffset since, int page, int size, CancellationToken cancellationToken) => client.PageAsync(
        "/orders", $"modifiedAtMin={Uri.EscapeDataString(BillbeeTime.Filter(since))}", page, size, BillbeeOrderReader.Read, cancellationToken);
}
