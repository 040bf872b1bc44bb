using System.Runtime.CompilerServices;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Orders;

/// <summary>Orders of an account, of all its shops and in every state: which of them are wanted is the rules' business.</summary>
internal sealed class BillbeeOrderSource(BillbeeClient client, TimeProvider time) : ISource<Order>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<Order>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new BillbeeOrderWalk(PageAsync, request, time);
        await foreach (var orders in walk.FreshAsync(cancellationToken).ConfigureAwait(false)) yield return BillbeeReadOrder.Page(orders, null);
        // Only now is it sure that none was missed.
        yield return new Page<Order>([], walk.Cursor);
    }

    /// <inheritdoc/>
    public async Task<Page<Order>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var found = new List<BillbeeReadOrder>();
        foreach (var key in keys.Where(IsId))
        {
            if (await OneAsync(key, cancellationToken).ConfigureAwait(false) is { } order) found.Add(order);
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

    private static bool IsId(string text) => text.Length is > 0 and < 20 && text.All(char.IsAsciiDigit);

    private Task<BillbeeReadOrder?> OneAsync(string id, CancellationToken cancellationToken) =>
        client.FindAsync(new BillbeeCall(HttpMethod.Get, "/orders/{id}") { Id = id }, BillbeeOrderReader.Read, cancellationToken);

    private Task<BillbeePage<BillbeeReadOrder>> PageAsync(DateTimeOffset since, int page, int pageSize, CancellationToken cancellationToken) => client.PageAsync(
        "/orders", $"modifiedAtMin={Uri.EscapeDataString(BillbeeTime.Filter(since))}", page, pageSize, BillbeeOrderReader.Read, cancellationToken);
}
