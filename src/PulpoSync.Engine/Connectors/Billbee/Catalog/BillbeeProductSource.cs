using System.Runtime.CompilerServices;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Catalog;

/// <summary>
/// Products of an account. Billbee has no filter by change, so that each run reads all of them and there is no cursor; what has not changed is found out by
/// what it holds. The pages are read twice, because whether a SKU is given twice is known only once all were seen, and nobody keeps a whole account in memory.
/// </summary>
internal sealed class BillbeeProductSource(BillbeeArticles articles, string? language) : ISource<Product>
{
    private readonly BillbeeProductReader _reader = new(language);
    private BillbeeSkus? _skus;

    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<Product>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await articles.PageAsync(1, _reader.Read, cancellationToken).ConfigureAwait(false);
        var isEnough = _skus is not null || first.TotalPages <= 1;
        var skus = _skus ?? (isEnough ? new BillbeeSkus() : await SkusAsync(first, cancellationToken).ConfigureAwait(false));
        await foreach (var products in articles.WalkAsync(_reader.Read, isEnough ? first : null, cancellationToken).ConfigureAwait(false))
        {
            // The only page, or what was not there in the first pass.
            skus.Add(products);
            yield return new Page<Product>([.. products.Select(skus.Marked)], null);
        }

        // The next time they may be others.
        _skus = null;
    }

    /// <inheritdoc/>
    public async Task<Page<Product>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        _skus ??= await SkusAsync(null, cancellationToken).ConfigureAwait(false);
        var found = new List<Product>();
        foreach (var key in keys.Where(IsId))
        {
            if (await articles.FindAsync(key, "id", _reader.Read, cancellationToken).ConfigureAwait(false) is { } product) found.Add(_skus.Marked(product));
        }

        return new Page<Product>(found, null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        var typed = text.Trim();
        if (typed.Length == 0) return [];
        // All that have it: the lookup gives only one of them.
        _skus ??= await SkusAsync(null, cancellationToken).ConfigureAwait(false);
        if (_skus.KeysOf(typed) is { Count: > 0 } keys) return keys;
        foreach (var lookup in new[] { "sku", "ean", "id" })
        {
            if (lookup == "id" && !IsId(typed)) continue;
            if (await articles.FindAsync(typed, lookup, _reader.Read, cancellationToken).ConfigureAwait(false) is { } product) return [product.Key];
        }

        return [];
    }

    private async Task<BillbeeSkus> SkusAsync(BillbeePage<(string Id, Product Article)>? first, CancellationToken cancellationToken)
    {
        var skus = new BillbeeSkus();
        await foreach (var products in articles.WalkAsync(_reader.Read, first, cancellationToken).ConfigureAwait(false)) skus.Add(products);
        return skus;
    }

    private static bool IsId(string text) => text.Length is > 0 and < 20 && text.All(char.IsAsciiDigit);
}
