using System.Text.Json;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Catalog;

/// <summary>Finds whole products, as they are now.</summary>
internal sealed class PulpoProductBook(PulpoClient client, PulpoDirectory directory)
{
    private const string Path = "/inventory/products";

    private readonly PulpoLookup<JsonElement> _byId = Lookup(client, "id");
    private readonly PulpoLookup<JsonElement> _bySku = Lookup(client, "sku");

    /// <summary>Products by id; what does not exist is left out.</summary>
    public async Task<IReadOnlyDictionary<string, PulpoStoredProduct>> ByIdAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var found = await _byId.FindAsync(ids, confirm: true, cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(pair => pair.Key, pair => new PulpoStoredProduct(pair.Value[0]), StringComparer.Ordinal);
    }

    /// <summary>Products by SKU; what does not exist is left out. Of a tenant with several merchants, only ours.</summary>
    /// <param name="skus">SKUs.</param>
    /// <param name="confirm">True where missing one would be a mistake; false where PULPO itself refuses a second product of the SKU.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyDictionary<string, PulpoStoredProduct>> BySkuAsync(IEnumerable<string> skus, bool confirm, CancellationToken cancellationToken)
    {
        var (merchant, _) = await directory.MerchantAsync(cancellationToken).ConfigureAwait(false);
        var found = await _bySku.FindAsync(skus, confirm, cancellationToken).ConfigureAwait(false);
        var products = new Dictionary<string, PulpoStoredProduct>(StringComparer.Ordinal);
        foreach (var (sku, entries) in found)
        {
            var ours = entries.Select(entry => new PulpoStoredProduct(entry)).FirstOrDefault(product => merchant is null || product.MerchantId == merchant);
            if (ours is not null) products[sku] = ours;
        }

        return products;
    }

    /// <summary>SKUs of the products that have a barcode.</summary>
    public async Task<IReadOnlyList<string>> HoldersAsync(string barcode, CancellationToken cancellationToken)
    {
        var page = await client.PageAsync(
            Path, "products", $"barcode={Uri.EscapeDataString(barcode)}", 0, PulpoJson.Default.JsonElement, cancellationToken).ConfigureAwait(false);
        return [.. (page?.Items ?? []).Select(entry => new PulpoStoredProduct(entry)).Where(product => product.Barcodes.Contains(barcode)).Select(product => product.Sku).OfType<string>()];
    }

    /// <summary>What stands under a reference. A product that nobody has marked is none of ours yet, and free to be taken over.</summary>
    public static Found Judge(PulpoStoredProduct? product, RecordRef reference) =>
        product?.Mark is { } mark && mark.Account == reference.SourceAccount && mark.Key == reference.SourceKey ? new Found(FoundKind.Ours, product.Id) : Found.Nothing;

    private static PulpoLookup<JsonElement> Lookup(PulpoClient client, string field) =>
        new(client, Path, "products", field, PulpoJson.Default.JsonElement, entry => PulpoStoredProduct.TextOf(entry, field));
}
