using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Fetches the nodes of a list in pages and by id, in sizes that the shop can bear.</summary>
/// <param name="client">Client.</param>
/// <param name="list">Name of the list in the page's answer.</param>
/// <param name="pages">Document of a page, with <c>first</c>, <c>after</c> and <c>query</c>, sorted by the time of the last change.</param>
/// <param name="single">Document of single nodes, with <c>ids</c>.</param>
/// <param name="pageSize">Nodes per page.</param>
internal sealed class ShopQueries(ShopifyClient client, string list, ShopifyDocument pages, ShopifyDocument single, int pageSize)
{
    // Ids per request. Whether Shopify counts a list of ids once or by its length is not documented: where it counts them all, the size shrinks.
    private const int IdsAtOnce = 25;

    private readonly PageSize _page = new(pageSize);
    private readonly PageSize _ids = new(IdsAtOnce);

    /// <summary>
    /// What changed, oldest change first, nothing twice with the same content. The server filters by the time of the last change: it does not know all
    /// states, and a run must also see what has left its filter.
    /// </summary>
    /// <param name="request">What to read.</param>
    /// <param name="startFrom">Where to begin without a cursor; null: with the first there is.</param>
    /// <param name="filter">A further search term that never changes for a record; null: none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Pages, each with the cursor that is safe once they and all before have a durable outcome.</returns>
    public async IAsyncEnumerable<(IReadOnlyList<ShopNode> Nodes, string? Cursor)> ChangedAsync(
        ReadRequest request, DateTimeOffset? startFrom, string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var walk = new ShopWalk(client.Shop, list, request, startFrom);
        var query = SearchTerm.All(filter, walk.Since is { } since ? SearchTerm.UpdatedSince(since) : null);
        var read = new Connection(client.Shop, list);
        do
        {
            // Whoever asks for the next page has made records of this one.
            using var answer = await PageAsync(query, read.After, cancellationToken).ConfigureAwait(false);
            var page = answer.Data?.Get(list) ?? default;
            read.Advance(page);
            var fresh = walk.Take(ShopNode.Read(page, answer.Errors, mayLack: false) ?? throw Unexpected(pages));
            yield return (fresh, walk.Cursor);
        }
        while (read.After is not null);
    }

    /// <summary>Single nodes; those that do not exist are left out.</summary>
    /// <exception cref="FailureException">Another one than was asked for is among them, or one twice.</exception>
    public async Task<IReadOnlyList<ShopNode>> ByIdsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var nodes = new List<ShopNode>(ids.Count);
        for (var at = 0; at < ids.Count;)
        {
            var from = at;
            var (answer, size) = await ShrinkingAsync(
                single, _ids, first => new JsonObject { ["ids"] = Ids(ids.Skip(from).Take(first)) }, cancellationToken)
                .ConfigureAwait(false);
            nodes.AddRange(ShopNode.Read(answer.Data!.Value, answer.Errors, mayLack: true) ?? throw Unexpected(single));
            at += size;
        }

        // One that stands for another would be taken for it.
        var left = ids.ToHashSet(StringComparer.Ordinal);
        return nodes.TrueForAll(node => left.Remove(node.Head.Text("id")!)) ? nodes : throw Unexpected(single);
    }

    private async Task<ShopifyAnswer> PageAsync(string? query, string? after, CancellationToken cancellationToken)
    {
        var (answer, _) = await ShrinkingAsync(
            pages, _page, first => new JsonObject { ["first"] = first, ["after"] = after, ["query"] = query }, cancellationToken).ConfigureAwait(false);
        return answer;
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

    private FailureException Unexpected(ShopifyDocument document) => new(new Failure(
        FailureKind.Protocol, "UnexpectedShape", $"{client.Shop} answered {document.Name} in a shape that is not in its schema."));

    private static JsonArray Ids(IEnumerable<string> ids) => new([.. ids.Select(id => JsonValue.Create(id))]);
}
