using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Inventory;

/// <summary>The figures of products in one warehouse, many at a time.</summary>
/// <param name="client">Client.</param>
/// <param name="packed">What is packed; null where only what is available is wanted.</param>
internal sealed class PulpoStockFigures(PulpoClient client, PulpoPackedGoods? packed)
{
    private readonly HashSet<string> _proved = new(StringComparer.Ordinal);

    /// <summary>Figures by product; a product that PULPO does not mention has none there.</summary>
    public async Task<IReadOnlyDictionary<long, (int Available, int? OnHand)>> ReadAsync(
        long warehouse, IReadOnlyCollection<long> products, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<long, (int, int?)>();
        var packedOf = packed is null ? null : await packed.OfAsync(warehouse, cancellationToken).ConfigureAwait(false);
        foreach (var chunk in products.Distinct().Chunk(PulpoAssumptions.PageSize))
        {
            var available = await AskAsync(
                "/inventory/stocks/availability", "", warehouse, chunk, PulpoJson.Default.PulpoAvailability, entry => entry.ProductId, cancellationToken)
                .ConfigureAwait(false);
            var total = packedOf is null ? [] : await AskAsync(
                "/inventory/stocks/products", $"&limit={PulpoAssumptions.PageSize}", warehouse, chunk, PulpoJson.Default.PulpoStockTotal, entry => entry.ProductId,
                cancellationToken).ConfigureAwait(false);
            foreach (var product in chunk)
            {
                figures[product] = (
                    Whole(available.GetValueOrDefault(product)?.AvailableQuantity),
                    packedOf is null ? null : Whole((total.GetValueOrDefault(product)?.TotalQuantityExcludingReturned ?? 0) - packedOf(product)));
            }
        }

        return figures;
    }

    private async Task<Dictionary<long, T>> AskAsync<T>(
        string path, string more, long warehouse, long[] products, JsonTypeInfo<T> type, Func<T, long> productOf, CancellationToken cancellationToken)
    {
        var found = await OnceAsync(path, more, warehouse, products, type, productOf, cancellationToken).ConfigureAwait(false);
        if (found.Count > 1) _proved.Add(path);
        if (products.Length < 2 || _proved.Contains(path)) return found;
        // One entry or none for many products: nothing is there, or the list was taken for a single value. Two of the missing ones tell.
        foreach (var product in products.Where(product => !found.ContainsKey(product)).Take(2))
        {
            var single = await OnceAsync(path, more, warehouse, [product], type, productOf, cancellationToken).ConfigureAwait(false);
            if (single.Count > 0) throw Protocol("ListIgnored", $"PULPO does not understand a list of products at {path}; nothing can be told from its answer.");
        }

        return found;
    }

    private async Task<Dictionary<long, T>> OnceAsync<T>(
        string path, string more, long warehouse, long[] products, JsonTypeInfo<T> type, Func<T, long> productOf, CancellationToken cancellationToken)
    {
        var query = $"{PulpoAssumptions.ProductList(products)}{string.Create(CultureInfo.InvariantCulture, $"&warehouse_id={warehouse}")}{more}";
        var entries = await client.WholeAsync(path, query, type, cancellationToken).ConfigureAwait(false);
        var asked = products.ToHashSet();
        return entries.All(entry => asked.Contains(productOf(entry)))
            ? entries.GroupBy(productOf).ToDictionary(group => group.Key, group => group.First())
            : throw Protocol("FilterIgnored", $"PULPO ignores which products it is asked for at {path}.");
    }

    private static int Whole(decimal? quantity) => (int)Math.Clamp(decimal.Floor(quantity ?? 0), int.MinValue, int.MaxValue);

    private static FailureException Protocol(string code, string message) => new(new Failure(FailureKind.Protocol, code, message));
}
