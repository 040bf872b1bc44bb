using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Catalog;

/// <summary>Names the variants that share an article number. Shopify itself counts them; only who they are is searched for.</summary>
internal sealed class SameSkus(ShopifyClient client)
{
    // Terms in one search; a bound is not documented, so that it is kept small.
    private const int SkusAtOnce = 20;

    /// <summary>The products, those with a shared article number with the titles of the others.</summary>
    public async Task<IReadOnlyList<Product>> NameAsync(IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var shared = products.Where(product => product.SameSku > 0).Select(Sku).Where(sku => sku.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (shared.Count == 0) return products;
        var found = new List<JsonElement>();
        foreach (var skus in shared.Chunk(SkusAtOnce)) found.AddRange(await FindAsync(skus, cancellationToken).ConfigureAwait(false));
        var bySku = found.ToLookup(node => node.Text("sku")?.Trim() ?? "", StringComparer.Ordinal);
        return [.. products.Select(product => product.SameSku == 0 ? product : product with { SameSkuTitles = Titles(bySku[Sku(product)], product.Key) })];
    }

    /// <summary>The keys of the variants that have an article number.</summary>
    public async Task<IReadOnlyList<string>> KeysAsync(string sku, CancellationToken cancellationToken)
    {
        var found = await FindAsync([sku], cancellationToken).ConfigureAwait(false);
        return [.. found.Where(node => node.Text("sku")?.Trim() == sku).Select(node => node.Text("id")!)];
    }

    private async Task<IReadOnlyList<JsonElement>> FindAsync(IReadOnlyList<string> skus, CancellationToken cancellationToken)
    {
        var variants = new Connection(client.Shop, "productVariants");
        do
        {
            var variables = new JsonObject { ["query"] = SearchTerm.Skus(skus), ["after"] = variants.After };
            var answer = await client.QueryAsync(ShopifyDocument.VariantsBySku, variables, cancellationToken).ConfigureAwait(false);
            variants.Append(answer.Data?.Get("productVariants"));
        }
        while (variants.After is not null);

        return variants.Nodes;
    }

    private static List<string> Titles(IEnumerable<JsonElement> nodes, string own) =>
        [.. nodes.Where(node => node.Text("id") != own).Select(node => ProductReader.Title(node.Get("product")?.Text("title"), node.Text("title")))];

    private static string Sku(Product product) => product.Sku?.Trim() ?? "";
}
