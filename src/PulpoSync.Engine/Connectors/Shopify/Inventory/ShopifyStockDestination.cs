using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.Inventory;

/// <summary>Stock levels of a shop. They are always updated, never made by us: what is not stocked is left out, or stocked first where the setting says so.</summary>
internal sealed class ShopifyStockDestination : IDestination<StockLevel>, IWatch
{
    private readonly StockFinder _finder;
    private readonly StockActivator _activator;
    private readonly StockSetter _setter;
    private readonly StockWatch _watch;
    private readonly bool _activateMissing;

    public ShopifyStockDestination(ShopifyClient client, ShopifyLocations locations, bool activateMissing)
    {
        _finder = new StockFinder(client);
        _activator = new StockActivator(client);
        _setter = new StockSetter(client, _finder);
        _watch = new StockWatch(client, locations);
        _activateMissing = activateMissing;
    }

    /// <inheritdoc/>
    /// <remarks>A level is found by what it belongs to, not by a number of its own; it is there where an earlier write has named it.</remarks>
    public Task<IReadOnlyList<Found>> FindAsync(IReadOnlyList<RecordRef> references, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Found>>([.. references.Select(reference => reference.DestinationId is { } id ? new Found(FoundKind.Ours, id) : Found.Nothing)]);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult>> WriteAsync(IReadOnlyList<Write<StockLevel>> batch, CancellationToken cancellationToken)
    {
        var works = batch.Select(write => new StockWork(write)).ToList();
        foreach (var group in works.GroupBy(work => work.Target.LocationKey, StringComparer.Ordinal))
        {
            var items = await _finder.BySkuAsync(group.Select(work => work.Sku), group.Key, cancellationToken).ConfigureAwait(false);
            foreach (var work in group) Judge(work, [.. items[work.Sku]]);
        }

        cancellationToken.ThrowIfCancellationRequested();
        await _activator.ActivateAsync(works.Where(work => work.Result is null && work.Item!.Level is not { IsActive: true }), CancellationToken.None).ConfigureAwait(false);
        try
        {
            await _setter.SetAsync(works.Where(work => !IsSettled(work)).ToList(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (FailureException e) when (works.Exists(work => work.Result is { Status: WriteStatus.Done, Became: null } or { Status: WriteStatus.Unknown }))
        {
            // Something was executed already: its results must not be lost with the call that failed.
            foreach (var work in works) work.Result ??= WriteResult.Unknown(e.Failure);
        }

        return [.. works.Select(work => work.Result!)];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<WatchPage> ChangedAsync(string? cursor, CancellationToken cancellationToken) => _watch.ChangedAsync(cursor, cancellationToken);

    private static bool IsSettled(StockWork work) => work.Result is not null || work.SettleIfEqual();

    private void Judge(StockWork work, IReadOnlyList<StockItem> items)
    {
        work.Item = items.Count == 1 ? items[0] : null;
        work.Result = work.Item switch
        {
            null when items.Count == 0 => WriteResult.LeftOut(ReasonCodes.NotInShop, $"The shop has no article with the SKU \"{work.Sku}\"."),
            null => WriteResult.LeftOut(
                ReasonCodes.DuplicateSku,
                $"{items.Count} variants of the shop have the SKU \"{work.Sku}\", so that nobody can say which one is meant. Give each a SKU of its own."),
            { IsTracked: false } => WriteResult.LeftOut(
                ReasonCodes.NotTracked, $"The shop does not count \"{work.Sku}\". Switch on \"Track quantity\" at the product, if it is to follow the warehouse."),
            { Level: not { IsActive: true } } when !_activateMissing => WriteResult.LeftOut(
                ReasonCodes.NotStocked,
                $"\"{work.Sku}\" is not stocked at the location \"{work.Target.Location}\". Stock it there in the shop, or switch on ActivateMissing."),
            _ => null,
        };
    }
}
