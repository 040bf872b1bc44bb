using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Catalog;

/// <summary>
/// Products of a shop, one record a variant. They are walked by the time of their last change, which stock moves as well: most of what comes again has not
/// changed. Without a cursor everything is read, however old.
/// </summary>
internal sealed class ShopifyProductSource : ISource<Product>
{
    private readonly ShopifyClient _client;
    private readonly ShopQueries _queries;
    private readonly SameSkus _sameSkus;

    public ShopifyProductSource(ShopifyClient client, int pageSize)
    {
        _client = client;
        _queries = new ShopQueries(client, "products", ShopifyDocument.ProductsPage, ShopifyDocument.VariantsByIds, pageSize);
        _sameSkus = new SameSkus(client);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<Product>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (nodes, cursor) in _queries.ChangedAsync(request, null, null, cancellationToken).ConfigureAwait(false))
        {
            var products = new List<Product>();
            var broken = new List<string>();
            foreach (var node in nodes)
            {
                if (node.IsBroken) broken.AddRange(await KeysAsync(node.Head.Text("id")!, cancellationToken).ConfigureAwait(false));
                else products.AddRange(await WholeAsync(node.Head, cancellationToken).ConfigureAwait(false));
            }

            // Of a product over which Shopify fails, each variant is read by itself: the trouble is hardly that of all of them.
            var single = broken.Count == 0 ? new Page<Product>([], null) : await ByKeysAsync(broken, cancellationToken).ConfigureAwait(false);
            products.AddRange(single.Records);
            yield return new Page<Product>(await _sameSkus.NameAsync(products, cancellationToken).ConfigureAwait(false), cursor) { Unreadable = single.Unreadable };
        }
    }

    /// <inheritdoc/>
    public async Task<Page<Product>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var page = await ByKeysAsync([.. keys.Where(Gid.IsVariant)], cancellationToken).ConfigureAwait(false);
        return page with { Records = await _sameSkus.NameAsync(page.Records, cancellationToken).ConfigureAwait(false) };
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (text.Length == 0) return [];
        if (Gid.IsVariant(text)) return [text];
        if (Gid.IsProduct(text)) return await KeysAsync(text, cancellationToken).ConfigureAwait(false);
        var bySku = await _sameSkus.KeysAsync(text, cancellationToken).ConfigureAwait(false);
        if (bySku.Count > 0 || !text.All(char.IsAsciiDigit)) return bySku;
        var page = await ByKeysAsync([Gid.Variant(text)], cancellationToken).ConfigureAwait(false);
        return [.. page.Records.Select(product => product.Key)];
    }

    // A product that changes while it is read comes again in this walk, or in the next, under its new time: what was read of it is dropped.
    private async Task<IReadOnlyList<Product>> WholeAsync(JsonElement product, CancellationToken cancellationToken)
    {
        var variants = new Connection(_client.Shop, "variants");
        variants.Append(product.Get("variants"));
        while (variants.After is { } after)
        {
            var owner = await OwnerAsync(ShopifyDocument.ProductVariants, product.Text("id")!, after, cancellationToken).ConfigureAwait(false);
            if (owner?.Text("updatedAt") != product.Text("updatedAt")) return [];
            variants.Append(owner?.Get("variants"));
        }

        return [.. variants.Nodes.Select(variant => ProductReader.Read(product, variant) ?? throw Unexpected())];
    }

    private async Task<Page<Product>> ByKeysAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var nodes = await _queries.ByIdsAsync(keys, cancellationToken).ConfigureAwait(false);
        var read = nodes.Select(node => (Node: node, Product: node.IsBroken ? null : ProductReader.Read(node.Head.Get("product") ?? default, node.Head))).ToList();
        return new Page<Product>([.. read.Select(one => one.Product).OfType<Product>()], null)
        {
            Unreadable = [.. read.Where(one => one.Product is null).Select(one => (one.Node.Head.Text("id")!, one.Node.Head.Text("sku"), Unreadable))],
        };
    }

    private async Task<IReadOnlyList<string>> KeysAsync(string product, CancellationToken cancellationToken)
    {
        var variants = new Connection(_client.Shop, "variants");
        do
        {
            var owner = await OwnerAsync(ShopifyDocument.VariantKeys, product, variants.After, cancellationToken).ConfigureAwait(false);
            variants.Append(owner?.Get("variants"));
        }
        while (variants.After is not null);

        return [.. variants.Nodes.Select(variant => variant.Text("id")).OfType<string>()];
    }

    private async Task<JsonElement?> OwnerAsync(ShopifyDocument document, string product, string? after, CancellationToken cancellationToken)
    {
        var answer = await _client.QueryAsync(document, new JsonObject { ["id"] = product, ["after"] = after }, cancellationToken).ConfigureAwait(false);
        return answer.Errors.Any(error => error.Code != ShopifyError.AccessDenied)
            ? throw new FailureException(new Failure(FailureKind.Transient, "ShopifyInternalError", $"{_client.Shop} answered {document.Name} in part only."))
            : answer.Data?.Get("product");
    }

    private FailureException Unexpected() => new(new Failure(
        FailureKind.Protocol, "UnexpectedShape", $"{_client.Shop} gives products in a shape that is not in its schema."));

    private Failure Unreadable => new(FailureKind.Data, "ProductUnreadable", $"{_client.Shop} cannot give this variant without errors of its own.");
}
