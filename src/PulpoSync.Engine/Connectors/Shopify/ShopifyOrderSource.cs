using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>
/// Orders of a shop. The server filters by the time of the last change alone: it does not know all states, and a run must also see orders that have left the
/// filter. Payment, shipping, tags and the rest are the rules' business.
/// </summary>
internal sealed class ShopifyOrderSource : ISource<Order>
{
    private readonly ShopifyClient _client;
    private readonly OrderQueries _queries;
    private readonly OrderAssembler _assembler;

    public ShopifyOrderSource(ShopifyClient client, int pageSize)
    {
        _client = client;
        _queries = new OrderQueries(client, pageSize);
        _assembler = new OrderAssembler(client, _queries);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<Order>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new OrderWalk(_client.Shop, request);
        var query = SearchTerm.UpdatedSince(walk.Since);
        var orders = new Connection(_client.Shop, "orders");
        do
        {
            var answer = await _queries.PageAsync(query, orders.After, cancellationToken).ConfigureAwait(false);
            var page = answer.Data?.Get("orders") ?? default;
            orders.Advance(page);
            var fresh = walk.Take(OrderNode.Read(page, answer.Errors));
            yield return await _assembler.AssembleAsync(fresh, walk.Cursor, cancellationToken).ConfigureAwait(false);
        }
        while (orders.After is not null);
    }

    /// <inheritdoc/>
    public async Task<Page<Order>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var nodes = await _queries.ByIdsAsync([.. keys.Where(Gid.IsOrder)], cancellationToken).ConfigureAwait(false);
        return await _assembler.AssembleAsync(nodes, null, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (text.Length == 0) return [];
        if (Gid.IsOrder(text)) return [text];

        var (found, shop) = await ByNameAsync(text, text, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0 && $"{shop.Text("orderNumberFormatPrefix")}{text}{shop.Text("orderNumberFormatSuffix")}" is var name && name != text)
        {
            // The search knows names alone: a bare number may not find "#1001-A".
            (found, _) = await ByNameAsync(name, text, cancellationToken).ConfigureAwait(false);
        }

        return found.Count == 0 && text.All(char.IsAsciiDigit) ? await ByLegacyIdAsync(text, cancellationToken).ConfigureAwait(false) : found;
    }

    private async Task<(IReadOnlyList<string> Keys, JsonElement Shop)> ByNameAsync(string name, string wanted, CancellationToken cancellationToken)
    {
        var answer = await _client.QueryAsync(
            ShopifyDocument.OrderKeysByName, new JsonObject { ["query"] = SearchTerm.Name(name) }, cancellationToken).ConfigureAwait(false);
        var keys = answer.Data!.Value.Get("orders")?.Items("nodes")
            .Where(node => Same(node.Text("name"), wanted) || Same(node.Text("number"), wanted))
            .Select(node => node.Text("id")!);
        return ([.. keys ?? []], answer.Data.Value.Get("shop") ?? default);
    }

    private async Task<IReadOnlyList<string>> ByLegacyIdAsync(string id, CancellationToken cancellationToken)
    {
        var nodes = await _queries.ByIdsAsync([Gid.Order(id)], cancellationToken).ConfigureAwait(false);
        return [.. nodes.Select(node => node.Head.Text("id")!)];
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
