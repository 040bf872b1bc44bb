using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Inventory;

/// <summary>The figures of products in one warehouse, many at a time.</summary>
/// <param name="client">Client.</param>
/// <param name="withOnHand">True where also what lies there is wanted.</param>
internal sealed class PulpoStockFigures(PulpoClient client, bool withOnHand)
{
    private readonly HashSet<string> _proved = new(StringComparer.Ordinal);
    private readonly Dictionary<long, IReadOnlyDictionary<long, int>> _picked = [];

    /// <summary>Figures by product; a product that PULPO does not mention has none there.</summary>
    public async Task<IReadOnlyDictionary<long, (int Available, int? OnHand)>> ReadAsync(
        long warehouse, IReadOnlyCollection<long> products, CancellationToken cancellationToken)
    {
        var figures = new Dictionary<long, (int, int?)>();
        var picked = withOnHand ? await PickedAsync(warehouse, cancellationToken).ConfigureAwait(false) : null;
        foreach (var chunk in products.Distinct().Chunk(PulpoAssumptions.PageSize))
        {
            var available = await AskAsync(
                "/inventory/stocks/availability", "id", warehouse, chunk, PulpoJson.Default.PulpoAvailability, entry => entry.ProductId, cancellationToken)
                .ConfigureAwait(false);
            var summary = picked is null ? [] : await AskAsync(
                "/inventory/stocks/summary", "product_id", warehouse, chunk, PulpoJson.Default.PulpoStockSummary, entry => entry.ProductId, cancellationToken)
                .ConfigureAwait(false);
            foreach (var product in chunk)
            {
                var figure = available.GetValueOrDefault(product);
                figures[product] = (Whole(figure?.AvailableQuantity), picked is null ? null : PulpoAssumptions.OnHand(
                    Whole(summary.GetValueOrDefault(product)?.Available), Whole(summary.GetValueOrDefault(product)?.Unavailable),
                    Whole(figure?.ReceptionQuantity), picked.GetValueOrDefault(product)));
            }
        }

        return figures;
    }

    private async Task<Dictionary<long, T>> AskAsync<T>(
        string path, string field, long warehouse, long[] products, JsonTypeInfo<T> type, Func<T, long> productOf,
        CancellationToken cancellationToken)
    {
        var found = await OnceAsync(path, field, warehouse, products, type, productOf, cancellationToken).ConfigureAwait(false);
        if (found.Count > 1) _proved.Add(path);
        if (products.Length < 2 || _proved.Contains(path)) return found;
        // One entry or none for many products: nothing is there, or the list was taken for a single value. Two of the missing ones tell.
        foreach (var product in products.Where(product => !found.ContainsKey(product)).Take(2))
        {
            var single = await OnceAsync(path, field, warehouse, [product], type, productOf, cancellationToken).ConfigureAwait(false);
            if (single.Count > 0) throw Protocol("ListIgnored", $"PULPO does not understand a list of products at {path}; nothing can be told from its answer.");
        }

        return found;
    }

    private async Task<Dictionary<long, T>> OnceAsync<T>(
        string path, string field, long warehouse, long[] products, JsonTypeInfo<T> type, Func<T, long> productOf,
        CancellationToken cancellationToken)
    {
        var query = PulpoAssumptions.ProductList(field, products) + string.Create(CultureInfo.InvariantCulture, $"&warehouse_id={warehouse}");
        var entries = await client.WholeAsync(path, query, type, cancellationToken).ConfigureAwait(false);
        var asked = products.ToHashSet();
        return entries.All(entry => asked.Contains(productOf(entry)))
            ? entries.GroupBy(productOf).ToDictionary(group => group.Key, group => group.First())
            : throw Protocol("FilterIgnored", $"PULPO ignores which products it is asked for at {path}.");
    }

    // Picked and not yet packed to the end: the pieces lie at a packing position, where the summary does not count them among what is reserved.
    private async Task<IReadOnlyDictionary<long, int>> PickedAsync(long warehouse, CancellationToken cancellationToken)
    {
        if (_picked.TryGetValue(warehouse, out var known)) return known;
        var tasks = new List<PulpoGoods>();
        foreach (var state in PulpoAssumptions.OpenPackings)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"state={state}&warehouse_id={warehouse}");
            tasks.AddRange(await client.ListAsync("/packing/orders", "packing_orders", query, PulpoJson.Default.PulpoGoods, cancellationToken).ConfigureAwait(false));
        }

        return _picked[warehouse] = tasks.DistinctBy(task => task.Id).SelectMany(task => task.Items ?? []).Where(item => item.ProductId is not null)
            .GroupBy(item => item.ProductId!.Value).ToDictionary(group => group.Key, group => group.Sum(item => Whole(item.RequestedQuantity)));
    }

    private static int Whole(decimal? quantity) => (int)decimal.Floor(quantity ?? 0);

    private static FailureException Protocol(string code, string message) => new(new Failure(FailureKind.Protocol, code, message));
}
