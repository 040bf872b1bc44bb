using System.Runtime.CompilerServices;
using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Billbee.Catalog;

/// <summary>Reads Billbee's articles: all of them, because there is no filter by change, or one.</summary>
internal sealed class BillbeeArticles(BillbeeClient client, int pageSize)
{
    private const string Path = "/products";

    // A list that shifts while it is read is read once more; what two walks miss comes with the next run, which reads everything again.
    private const int Walks = 2;

    /// <summary>A page of articles by id.</summary>
    public Task<BillbeePage<(string Id, T Article)>> PageAsync<T>(int page, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        client.PageAsync(Path, "", page, pageSize, article => (article.Text("Id") ?? "", read(article)), cancellationToken);

    /// <summary>All articles, page by page, each once: as many have to come as Billbee counts in the end, else the pages are read a second time.</summary>
    /// <param name="read">Reads an article.</param>
    /// <param name="first">The first page, where it was read already.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async IAsyncEnumerable<IReadOnlyList<T>> WalkAsync<T>(
        Func<JsonElement, T> read, BillbeePage<(string Id, T Article)>? first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        for (var walk = 0; walk < Walks; walk++)
        {
            var number = 1;
            var page = first ?? await PageAsync(number, read, cancellationToken).ConfigureAwait(false);
            first = null;
            while (true)
            {
                var fresh = page.Items.Where(item => given.Add(item.Id)).Select(item => item.Article).ToList();
                if (fresh.Count > 0) yield return fresh;
                if (number >= page.TotalPages || page.Items.Count == 0) break;
                page = await PageAsync(++number, read, cancellationToken).ConfigureAwait(false);
            }

            if (given.Count == page.TotalRows) yield break;
        }
    }

    /// <summary>One article; null where there is none.</summary>
    /// <param name="value">What it is looked up by.</param>
    /// <param name="lookupBy"><c>id</c>, <c>sku</c> or <c>ean</c>.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<T?> FindAsync<T>(string value, string lookupBy, Func<JsonElement, T> read, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await client.FindAsync(new BillbeeCall(HttpMethod.Get, $"{Path}/{{id}}") { Id = value, Query = $"lookupBy={lookupBy}" }, read, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (FailureException e) when (e.Failure.Code == BillbeeAssumptions.NoSuchArticle)
        {
            return null;
        }
    }
}
