using System.Globalization;
using System.Runtime.CompilerServices;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo.Inventory;

/// <summary>Stock by product and warehouse: all of it at first, then what moved.</summary>
internal sealed class PulpoStockSource(PulpoClient client, PulpoDirectory directory, PulpoProducts products, bool withOnHand) : ISource<StockLevel>
{
    /// <summary>Levels of one page, as many as a shop takes at once.</summary>
    public const int PageSize = 250;

    private readonly PulpoMovedGoods _moved = new(client, withOnHand);
    private readonly PulpoStockFigures _figures = new(client, withOnHand ? new PulpoPackedGoods(client) : null);
    private readonly PulpoLookup<PulpoProduct> _byId = new(
        client, "/inventory/products", "products", "id", PulpoJson.Default.PulpoProduct, product => product.Id.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public async IAsyncEnumerable<Page<StockLevel>> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = await WantedAsync(request.Places, cancellationToken).ConfigureAwait(false);
        var cursor = request.Since is null && StockCursor.Parse(request.Cursor) is { } known && known.For == request.Fingerprint ? known : null;
        var pages = cursor is null && request.Since is null
            ? AllAsync(wanted, request.Fingerprint, cancellationToken)
            : MovedAsync(cursor, request, wanted, cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false)) yield return page;
    }

    /// <inheritdoc/>
    public async Task<Page<StockLevel>> ReadManyAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var warehouses = (await directory.WarehousesAsync(cancellationToken).ConfigureAwait(false)).Select(warehouse => warehouse.Id).ToHashSet();
        var goods = keys.Select(Parse).OfType<(long Warehouse, long Product)>().Where(pair => warehouses.Contains(pair.Warehouse)).ToList();
        return new Page<StockLevel>(await ByIdAsync(goods, cancellationToken).ConfigureAwait(false), null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindKeysAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (Parse(text) is not null) return [text];
        if (text.Length == 0 || !(await products.FindAsync([text], cancellationToken).ConfigureAwait(false)).TryGetValue(text, out var product)) return [];
        return [.. (await directory.WarehousesAsync(cancellationToken).ConfigureAwait(false)).Select(warehouse => Key(warehouse.Id, product))];
    }

    private async IAsyncEnumerable<Page<StockLevel>> AllAsync(
        IReadOnlyList<PulpoWarehouse> wanted, string? fingerprint, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Where the next reading begins is asked first: what moves meanwhile is read twice, never missed.
        var next = await _moved.NowAsync([.. wanted.Select(warehouse => warehouse.Id)], cancellationToken).ConfigureAwait(false) with { For = fingerprint };
        var waiting = new List<PulpoProduct>();
        await foreach (var page in client.PagesAsync("/inventory/products", "products", "", PulpoJson.Default.PulpoProduct, cancellationToken).ConfigureAwait(false))
        {
            if (page.Items.Count > 0) next = next with { LastProduct = Math.Max(next.LastProduct, page.Items.Max(product => product.Id)) };
            waiting.AddRange(page.Items);
            foreach (var chunk in Taken(waiting, PerPage(wanted), false)) yield return new Page<StockLevel>(await LevelsAsync(chunk, wanted, cancellationToken).ConfigureAwait(false), null);
        }

        foreach (var chunk in Taken(waiting, PerPage(wanted), true)) yield return new Page<StockLevel>(await LevelsAsync(chunk, wanted, cancellationToken).ConfigureAwait(false), null);
        yield return new Page<StockLevel>([], next.ToText());
    }

    private async IAsyncEnumerable<Page<StockLevel>> MovedAsync(
        StockCursor? cursor, ReadRequest request, IReadOnlyList<PulpoWarehouse> wanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (goods, next) = await _moved.SinceAsync(cursor, request.Since, [.. wanted.Select(warehouse => warehouse.Id)], cancellationToken).ConfigureAwait(false);
        foreach (var chunk in goods.OrderBy(pair => pair.Product).Chunk(PageSize))
        {
            yield return new Page<StockLevel>(await ByIdAsync(chunk, cancellationToken).ConfigureAwait(false), null);
        }

        yield return new Page<StockLevel>([], cursor is null ? null : (next with { For = request.Fingerprint }).ToText());
    }

    private async Task<IReadOnlyList<PulpoWarehouse>> WantedAsync(IReadOnlyCollection<string>? places, CancellationToken cancellationToken)
    {
        var all = await directory.WarehousesAsync(cancellationToken).ConfigureAwait(false);
        return places is null ? all : [.. all.Where(warehouse => places.Contains(warehouse.Id.ToString(CultureInfo.InvariantCulture)))];
    }

    private async Task<IReadOnlyList<StockLevel>> ByIdAsync(IReadOnlyCollection<(long Warehouse, long Product)> goods, CancellationToken cancellationToken)
    {
        var ids = goods.Select(pair => pair.Product.ToString(CultureInfo.InvariantCulture)).Distinct(StringComparer.Ordinal);
        var known = (await _byId.FindAsync(ids, confirm: false, cancellationToken).ConfigureAwait(false)).Values.Select(found => found[0]).ToDictionary(product => product.Id);
        var warehouses = await directory.WarehousesAsync(cancellationToken).ConfigureAwait(false);
        var levels = new List<StockLevel>();
        foreach (var group in goods.GroupBy(pair => pair.Warehouse))
        {
            var here = group.Select(pair => known.GetValueOrDefault(pair.Product)).OfType<PulpoProduct>().ToList();
            levels.AddRange(await LevelsAsync(here, [.. warehouses.Where(warehouse => warehouse.Id == group.Key)], cancellationToken).ConfigureAwait(false));
        }

        return levels;
    }

    private async Task<IReadOnlyList<StockLevel>> LevelsAsync(
        IReadOnlyList<PulpoProduct> all, IReadOnlyList<PulpoWarehouse> warehouses, CancellationToken cancellationToken)
    {
        var (merchant, _) = await directory.MerchantAsync(cancellationToken).ConfigureAwait(false);
        var ours = all.Where(product => merchant is null || product.MerchantId is null || product.MerchantId == merchant).ToList();
        var levels = new List<StockLevel>();
        if (ours.Count == 0) return levels;
        foreach (var warehouse in warehouses)
        {
            var figures = await _figures.ReadAsync(warehouse.Id, [.. ours.Select(product => product.Id)], cancellationToken).ConfigureAwait(false);
            levels.AddRange(ours.Select(product => Level(warehouse, product, figures[product.Id])));
        }

        return levels;
    }

    private static StockLevel Level(PulpoWarehouse warehouse, PulpoProduct product, (int Available, int? OnHand) figure) => new()
    {
        Key = Key(warehouse.Id, product.Id),
        Sku = product.Sku,
        Warehouse = warehouse.Name!,
        WarehouseKey = warehouse.Id.ToString(CultureInfo.InvariantCulture),
        Available = figure.Available,
        OnHand = figure.OnHand,
    };

    // Full pages leave; what remains leaves with the last.
    private static IEnumerable<List<PulpoProduct>> Taken(List<PulpoProduct> waiting, int size, bool isLast)
    {
        while (waiting.Count >= size || (isLast && waiting.Count > 0))
        {
            var taken = waiting.Take(size).ToList();
            waiting.RemoveRange(0, taken.Count);
            yield return taken;
        }
    }

    private static int PerPage(IReadOnlyCollection<PulpoWarehouse> warehouses) => Math.Max(1, PageSize / Math.Max(1, warehouses.Count));

    private static string Key(long warehouse, long product) => string.Create(CultureInfo.InvariantCulture, $"{warehouse}/{product}");

    private static (long Warehouse, long Product)? Parse(string key) =>
        key.Split('/') is [var warehouse, var product]
        && long.TryParse(warehouse, NumberStyles.None, CultureInfo.InvariantCulture, out var one) && long.TryParse(product, NumberStyles.None, CultureInfo.InvariantCulture, out var other)
            ? (one, other)
            : null;
}
