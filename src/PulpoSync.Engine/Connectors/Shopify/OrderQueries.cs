using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Fetches orders in pages and by id, in sizes that the shop can bear.</summary>
/// <param name="client">Client.</param>
/// <param name="pageSize">Orders per page.</param>
/// <param name="byIds">Document that reads orders by id; null: the one that reads them complete.</param>
internal sealed class OrderQueries(ShopifyClient client, int pageSize, ShopifyDocument? byIds = null)
{
    // Ids per request. Whether Shopify counts a list of ids once or by its length is not documented: where it counts them all, the size shrinks.
    private const int IdsAtOnce = 25;

    private readonly PageSize _page = new(pageSize);
    private readonly PageSize _ids = new(IdsAtOnce);

    /// <summary>A page of orders.</summary>
    public async Task<ShopifyAnswer> PageAsync(string query, string? after, CancellationToken cancellationToken)
    {
        var (answer, _) = await ShrinkingAsync(
            ShopifyDocument.OrdersPage, _page, first => new JsonObject { ["first"] = first, ["after"] = after, ["query"] = query }, cancellationToken)
            .ConfigureAwait(false);
        return answer;
    }

    /// <summary>Single orders; those that do not exist are left out.</summary>
    public async Task<IReadOnlyList<OrderNode>> ByIdsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var nodes = new List<OrderNode>(ids.Count);
        for (var at = 0; at < ids.Count;)
        {
            var from = at;
            var (answer, size) = await ShrinkingAsync(
                byIds ?? ShopifyDocument.OrdersByIds, _ids, first => new JsonObject { ["ids"] = Ids(ids.Skip(from).Take(first)) }, cancellationToken)
                .ConfigureAwait(false);
            nodes.AddRange(OrderNode.Read(answer.Data!.Value, answer.Errors));
            at += size;
        }

        return nodes;
    }

    private async Task<(ShopifyAnswer Answer, int Size)> ShrinkingAsync(
        ShopifyDocument document, PageSize size, Func<int, JsonObject> variables, CancellationToken cancellationToken)
    {
        while (true)
        {
            var first = size.Now;
            try
            {
                // At one there is nothing to shrink: the client then says what is wrong.
                var answer = await client.QueryAsync(document, variables(first), cancellationToken, first, mayShrink: first > 1).ConfigureAwait(false);
                if (first == 1 || !answer.IsTooLarge) return (answer, first);
                size.Halve();
            }
            catch (FailureException e) when (e.Failure.Kind == FailureKind.Transient && size.Drop())
            {
                // Gateways give up on large answers with 502 and 504: once more with a small one.
            }
        }
    }

    private static JsonArray Ids(IEnumerable<string> ids) => new([.. ids.Select(id => JsonValue.Create(id))]);
}
