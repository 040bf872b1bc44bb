using System.Globalization;
using PulpoSync.Engine.Connectors.Pulpo.Wire;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Pulpo.Inventory;

/// <summary>
/// Which products' figures may have changed, by warehouse. A movement leaves a stock record; a reservation does not: it comes and goes with sales orders and
/// replenishments. What lies on hand changes also where goods are packed without being moved. A product that was made since has figures that nobody was told yet.
/// </summary>
/// <param name="client">Client.</param>
/// <param name="withPacked">True where packing matters, because what lies on hand is told.</param>
internal sealed class PulpoMovedGoods(PulpoClient client, bool withPacked)
{
    private readonly PulpoChanges<PulpoGoods> _records = new(
        client, "/inventory/stocks/historical", "stock_records", "inserted_at", PulpoJson.Default.PulpoGoods, record => (record.Id, record.InsertedAt));

    private readonly PulpoChanges<PulpoGoods> _orders = new(
        client, "/sales/orders", "sales_orders", "updated_at", PulpoJson.Default.PulpoGoods, order => (order.Id, order.UpdatedAt));

    private readonly PulpoChanges<PulpoGoods> _packings = new(
        client, "/packing/orders", "packing_orders", "updated_at", PulpoJson.Default.PulpoGoods, order => (order.Id, order.UpdatedAt));

    /// <summary>Where a reading from now on begins.</summary>
    public async Task<StockCursor> NowAsync(IReadOnlyCollection<long> warehouses, CancellationToken cancellationToken)
    {
        var scope = Scope(warehouses);
        return new StockCursor
        {
            Moved = await _records.NewestAsync(scope, cancellationToken).ConfigureAwait(false),
            Ordered = await _orders.NewestAsync(scope, cancellationToken).ConfigureAwait(false),
            Packed = withPacked ? await _packings.NewestAsync(scope, cancellationToken).ConfigureAwait(false) : null,
            Open = await OpenAsync(warehouses, cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>What moved since a cursor, or since a moment where there is none; and the cursor that is safe once all of it was told.</summary>
    public async Task<(IReadOnlySet<(long Warehouse, long Product)> Goods, StockCursor Next)> SinceAsync(
        StockCursor? cursor, DateTimeOffset? since, IReadOnlyCollection<long> warehouses, CancellationToken cancellationToken)
    {
        var goods = new HashSet<(long Warehouse, long Product)>();
        var moved = await AddAsync(_records, cursor?.Moved, since, warehouses, goods, cancellationToken).ConfigureAwait(false);
        var ordered = await AddAsync(_orders, cursor?.Ordered, since, warehouses, goods, cancellationToken).ConfigureAwait(false);
        var packed = withPacked ? await AddAsync(_packings, cursor?.Packed, since, warehouses, goods, cancellationToken).ConfigureAwait(false) : null;
        var open = await OpenAsync(warehouses, cancellationToken).ConfigureAwait(false);
        foreach (var task in open.ExceptBy(Ids(cursor), task => task.Id).Concat((cursor?.Open ?? []).ExceptBy(open.Select(task => task.Id), task => task.Id)))
        {
            goods.UnionWith(task.Products.Select(product => (task.Warehouse, product)));
        }

        var made = cursor is null ? [] : await MadeSinceAsync(cursor.LastProduct, cancellationToken).ConfigureAwait(false);
        goods.UnionWith(from warehouse in warehouses from product in made select (warehouse, product));
        var next = new StockCursor { Moved = moved, Ordered = ordered, Packed = packed, Open = open, LastProduct = made.Append(cursor?.LastProduct ?? 0).Max() };
        return (goods, next);
    }

    private static async Task<string?> AddAsync(
        PulpoChanges<PulpoGoods> changes, string? cursor, DateTimeOffset? since, IReadOnlyCollection<long> warehouses, HashSet<(long, long)> goods,
        CancellationToken cancellationToken)
    {
        await foreach (var (items, next) in changes.ReadAsync(cursor, since, Scope(warehouses), cancellationToken).ConfigureAwait(false))
        {
            // An order without its lines would leave us believing that nothing of it was reserved.
            if (items.Any(item => item.ProductId is null && item.Items is null))
                throw new FailureException(new Failure(FailureKind.Protocol, "ItemsMissing", "PULPO lists movements or orders without saying of which products."));
            foreach (var item in items.Where(item => item.WarehouseId is { } warehouse && warehouses.Contains(warehouse)))
            {
                goods.UnionWith(item.Products.Select(product => (item.WarehouseId!.Value, product)));
            }

            cursor = next ?? cursor;
        }

        return cursor;
    }

    private async Task<IReadOnlyList<StockTask>> OpenAsync(IReadOnlyCollection<long> warehouses, CancellationToken cancellationToken)
    {
        var open = new List<StockTask>();
        foreach (var state in PulpoAssumptions.OpenReplenishments)
        {
            var tasks = await client.ListAsync(
                "/replenishment/orders", "replenishment_orders", $"state={state}", PulpoJson.Default.PulpoGoods, cancellationToken).ConfigureAwait(false);
            open.AddRange(tasks.Where(task => task.WarehouseId is { } warehouse && warehouses.Contains(warehouse))
                .Select(task => new StockTask(task.Id, task.WarehouseId!.Value, [.. task.Products])));
        }

        // A task that was begun between the two lists stands in both.
        return [.. open.DistinctBy(task => task.Id).OrderBy(task => task.Id)];
    }

    private async Task<IReadOnlyList<long>> MadeSinceAsync(long last, CancellationToken cancellationToken)
    {
        var made = new List<long>();
        while (true)
        {
            var page = await client.PageAsync(
                "/inventory/products", "products", PulpoAssumptions.After(last), made.Count, PulpoJson.Default.PulpoProduct, cancellationToken).ConfigureAwait(false);
            if (page is null || page.Items.Any(product => product.Id <= last)) return [];
            made.AddRange(page.Items.Select(product => product.Id));
            if (page.Items.Count == 0 || (page.Total is { } total ? made.Count >= total : page.Items.Count < PulpoAssumptions.PageSize)) return made;
        }
    }

    private static IEnumerable<long> Ids(StockCursor? cursor) => (cursor?.Open ?? []).Select(task => task.Id);

    // A single warehouse is a filter that is documented; a list of them is not, and what is of others is left out here.
    private static string Scope(IReadOnlyCollection<long> warehouses) =>
        warehouses.Count == 1 ? string.Create(CultureInfo.InvariantCulture, $"warehouse_id={warehouses.Single()}") : "";
}
