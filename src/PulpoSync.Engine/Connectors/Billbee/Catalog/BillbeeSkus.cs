using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Catalog;

/// <summary>Which articles share an article number. Of each only what is needed to say so is kept: an account may have a hundred thousand.</summary>
internal sealed class BillbeeSkus
{
    private readonly Dictionary<string, (string Key, string Title)> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _shared = new(StringComparer.Ordinal);

    /// <summary>Notes articles; one that is known already counts once.</summary>
    public void Add(IEnumerable<Product> products)
    {
        foreach (var product in products) Add(product);
    }

    /// <summary>Keys of the articles of a SKU.</summary>
    public IReadOnlyList<string> KeysOf(string sku) =>
        _shared.TryGetValue(sku, out var all) ? [.. all.Keys] : _first.TryGetValue(sku, out var only) ? [only.Key] : [];

    /// <summary>The product with the others that have its SKU.</summary>
    public Product Marked(Product product)
    {
        if (product.Sku is not { Length: > 0 } sku || !_shared.TryGetValue(sku, out var all)) return product;
        var others = all.Where(one => one.Key != product.Key).Select(one => one.Value).ToList();
        return product with { SameSku = others.Count, SameSkuTitles = others };
    }

    private void Add(Product product)
    {
        if (product.Sku is not { Length: > 0 } sku || _first.TryAdd(sku, (product.Key, product.Title))) return;
        var first = _first[sku];
        if (first.Key == product.Key) return;
        if (!_shared.TryGetValue(sku, out var all)) _shared.Add(sku, all = new Dictionary<string, string>(StringComparer.Ordinal) { [first.Key] = first.Title });
        all[product.Key] = product.Title;
    }
}
