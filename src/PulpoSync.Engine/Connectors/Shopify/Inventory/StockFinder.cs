using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify.Inventory;

/// <summary>Finds the inventory items of SKUs together with what a location has of them: one question for many.</summary>
internal sealed class StockFinder(ShopifyClient client)
{
    // Terms of one search. Shopify publishes no bound; a search of fifty quoted SKUs is a few hundred characters long.
    private const int TermsAtOnce = 50;
    private const int First = 250;

    /// <summary>Items by SKU, which the shop may have several times; the search is coarser than a SKU, so what it finds is compared.</summary>
    public async Task<ILookup<string, StockItem>> BySkuAsync(IEnumerable<string> skus, string location, CancellationToken cancellationToken)
    {
        var found = new List<StockItem>();
        foreach (var chunk in skus.Distinct(StringComparer.Ordinal).Chunk(TermsAtOnce))
        {
            var items = new Connection(client.Shop, "inventory items");
            do
            {
                var variables = new JsonObject { ["first"] = First, ["after"] = items.After, ["query"] = SearchTerm.Skus(chunk), ["location"] = location };
                var answer = await client.QueryAsync(ShopifyDocument.StockBySku, variables, cancellationToken, First).ConfigureAwait(false);
                items.Append(answer.Data?.Get("inventoryItems"));
            }
            while (items.After is not null);
            // Each SKU belongs to one chunk: what a search finds beside its own may come again with theirs.
            found.AddRange(items.Nodes.Select(StockItem.Read).Where(item => chunk.Contains(item.Sku, StringComparer.Ordinal)));
        }

        return found.DistinctBy(item => item.Id).ToLookup(item => item.Sku, StringComparer.Ordinal);
    }

    /// <summary>Reads again what the locations of some works have.</summary>
    public async Task RefreshAsync(IEnumerable<StockWork> works, CancellationToken cancellationToken)
    {
        foreach (var group in works.GroupBy(work => work.Target.LocationKey, StringComparer.Ordinal))
        {
            var ids = new JsonArray([.. group.Select(work => JsonValue.Create(work.Item!.Id))]);
            var answer = await client.QueryAsync(
                ShopifyDocument.StockByIds, new JsonObject { ["ids"] = ids, ["location"] = group.Key }, cancellationToken).ConfigureAwait(false);
            var now = (answer.Data?.Items("nodes") ?? []).Select(StockItem.Read).DistinctBy(item => item.Id).ToDictionary(item => item.Id, StringComparer.Ordinal);
            foreach (var work in group)
            {
                if (now.GetValueOrDefault(work.Item!.Id) is { Level: not null } item) work.Item = item;
                else work.Result = WriteResult.LeftOut(ReasonCodes.NotStocked, $"\"{work.Sku}\" was taken out of the location \"{work.Target.Location}\" while it was written.");
            }
        }
    }
}
