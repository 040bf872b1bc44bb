using PulpoSync.Engine.Connectors.Pulpo.Wire;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>Product ids by SKU. Inactive products count as known: whether they may be ordered is PULPO's decision, and its refusal names them.</summary>
internal sealed class PulpoProducts(PulpoClient client, PulpoDirectory directory)
{
    // A run keeps what it has learned; a shop with more SKUs than this starts to learn anew.
    private const int MostKept = 20_000;

    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);
    private readonly PulpoLookup<PulpoProduct> _lookup =
        new(client, "/inventory/products", "products", "sku", PulpoJson.Default.PulpoProduct, product => product.Sku);

    /// <summary>Learns the ids of some SKUs; those that PULPO does not have are left out.</summary>
    public async Task<IReadOnlyDictionary<string, long>> FindAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken)
    {
        if (_known.Count > MostKept) _known.Clear();
        var missing = skus.Where(sku => !_known.ContainsKey(sku)).ToList();
        if (missing.Count > 0)
        {
            var (merchant, _) = await directory.MerchantAsync(cancellationToken).ConfigureAwait(false);
            var found = await _lookup.FindAsync(missing, confirm: true, cancellationToken).ConfigureAwait(false);
            foreach (var (sku, products) in found)
            {
                // Merchants of one tenant may use the same SKU: ours goes first.
                _known[sku] = products.OrderByDescending(product => product.MerchantId == merchant).ThenBy(product => product.Id).First().Id;
            }
        }

        return skus.Where(_known.ContainsKey).ToDictionary(sku => sku, sku => _known[sku], StringComparer.Ordinal);
    }
}
