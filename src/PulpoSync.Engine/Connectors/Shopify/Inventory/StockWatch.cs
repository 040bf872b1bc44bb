using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify.Inventory;

/// <summary>
/// Tells the SKUs whose stock was changed at the shop's locations: by people, by orders, by other apps and by ourselves. The cursor is the time of Shopify's
/// own clock at which the last reading began: levels have no order by time that could be asked for.
/// </summary>
internal sealed class StockWatch(ShopifyClient client, ShopifyLocations locations)
{
    private const int First = 250;

    // Read again before the cursor: an answer's time is that of its end, and the search may learn of a change some seconds late.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    public async IAsyncEnumerable<WatchPage> ChangedAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var since = cursor is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(cursor, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) - Overlap;
        DateTimeOffset? began = null;
        foreach (var place in await locations.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var levels = new Connection(client.Shop, "inventory levels");
            do
            {
                var first = since is null ? 1 : First;
                var variables = new JsonObject
                {
                    ["location"] = place.Key, ["first"] = first, ["after"] = levels.After, ["query"] = SearchTerm.UpdatedSince(since ?? DateTimeOffset.UnixEpoch),
                };
                var answer = await client.QueryAsync(ShopifyDocument.StockChanges, variables, cancellationToken, first).ConfigureAwait(false);
                began ??= answer.AnsweredAt;
                // The first call only asks what time it is there: the run that follows compares everything.
                if (since is null)
                {
                    yield return new WatchPage([], Text(began));
                    yield break;
                }

                var page = answer.Data?.Get("location", "inventoryLevels") ?? default;
                levels.Advance(page);
                yield return new WatchPage([.. Skus(page, since.Value)], null);
            }
            while (levels.After is not null);
        }

        yield return new WatchPage([], Text(began) ?? cursor);
    }

    private IEnumerable<string> Skus(System.Text.Json.JsonElement page, DateTimeOffset since)
    {
        var nodes = page.Items("nodes").ToList();
        if (nodes.Count > 0 && nodes.TrueForAll(node => node.Moment("updatedAt") < since.AddMinutes(-1)))
        {
            throw new FailureException(new Failure(FailureKind.Protocol, "SearchIgnored", $"{client.Shop} was asked for changed stock levels and gives others."));
        }

        return nodes.Select(node => node.Get("item")?.Text("sku")?.Trim()).OfType<string>().Where(sku => sku.Length > 0).Distinct(StringComparer.Ordinal);
    }

    private static string? Text(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
