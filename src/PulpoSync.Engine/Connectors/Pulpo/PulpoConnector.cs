using System.Globalization;
using PulpoSync.Engine.Connectors.Pulpo.Catalog;
using PulpoSync.Engine.Connectors.Pulpo.Counter;
using PulpoSync.Engine.Connectors.Pulpo.Inventory;
using PulpoSync.Engine.Connectors.Pulpo.Labels;
using PulpoSync.Engine.Connectors.Pulpo.Packing;
using PulpoSync.Engine.Connectors.Pulpo.Returns;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>One PULPO tenant reached with one user.</summary>
internal sealed class PulpoConnector : IConnector
{
    private readonly ConnectorContext _context;
    private readonly PulpoDirectory _directory;
    private readonly PulpoCustomers _customers;
    private readonly PulpoSuppliers _suppliers;
    private readonly PulpoCounterCustomer _counterCustomer;
    private readonly IReadOnlyDictionary<Type, object> _sources;
    private readonly IReadOnlyDictionary<Type, object> _destinations;

    public PulpoConnector(ConnectorContext context)
    {
        _context = context;
        var client = new PulpoClient(context);
        _directory = new PulpoDirectory(client, context.Settings);
        _customers = new PulpoCustomers(client, _directory);
        _suppliers = new PulpoSuppliers(client);
        _counterCustomer = new PulpoCounterCustomer(client, _customers);
        var orders = new PulpoOrders(client);
        var changer = new PulpoOrderChanger(client, orders);
        var products = new PulpoProducts(client, _directory);
        var preparer = new PulpoOrderPreparer(_directory, products, _customers);
        var book = new PulpoProductBook(client, _directory);
        var withOnHand = context.Settings.Text(PulpoSettings.Quantity) == nameof(StockMeasure.OnHand);
        var packings = new PulpoPackings(client);
        var owned = new OwnedPackings(orders);
        var boxes = new PulpoBoxes(client);
        _sources = new Dictionary<Type, object>
        {
            [typeof(StockLevel)] = new PulpoStockSource(client, _directory, products, withOnHand),
            [typeof(PackedGoods)] = new PulpoPackingSource(packings, orders, new PackedGoodsReader(owned, boxes, _directory)),
            [typeof(PackedBox)] = new PulpoBoxSource(
                packings, orders, new PackedBoxReader(owned, boxes, _directory, context.Settings.Switch(PulpoLabelSettings.FetchLabelOnly)), Labels(context, client)),
            [typeof(OrderProgress)] = new PulpoProgressSource(
                client, orders, packings, context.Settings.Switch(PulpoSettings.LotsToNote) ? new UsedBatches(client) : null,
                context.Settings.Text(PulpoSettings.PackedStatus) is null ? null : new PulpoSiblings(client)),
            [typeof(GoodsReturn)] = new PulpoReturnSource(client, orders, context.Time),
        };
        _destinations = new Dictionary<Type, object>
        {
            [typeof(Order)] = new PulpoOrderDestination(
                _directory, orders, preparer, changer, new PulpoOrderCreator(client, orders, changer, context.Settings.Switch(PulpoSettings.AdoptExisting))),
            [typeof(Product)] = new PulpoProductDestination(
                _directory, book, _suppliers, new PulpoCategories(client), new PulpoProductWriter(client, book, new PulpoProductRefusals(book))),
            [typeof(CounterSale)] = new PulpoCounterDestination(
                orders, preparer, new PulpoOrderCreator(client, orders, changer: null, adoptExisting: false, "/quick"), _counterCustomer, new PulpoShortGoods(client)),
        };
    }

    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var tenant = await _directory.TenantAsync(cancellationToken).ConfigureAwait(false);
            var warehouses = await _directory.WarehousesAsync(cancellationToken).ConfigureAwait(false);
            if (warehouses.Count == 0)
            {
                return CheckResult.Refused(new Failure(
                    FailureKind.Authorization, "NoWarehouse",
                    $"The PULPO user \"{_context.Fields[PulpoSettings.UserName]}\" has no active warehouse. Assign the warehouses to the user in PULPO."));
            }

            if (request.Type is not null) await _directory.MerchantAsync(cancellationToken).ConfigureAwait(false);
            return new CheckResult
            {
                Account = PulpoAddress.Account(_context.Address, tenant),
                AccountName = $"tenant {tenant.ToString(CultureInfo.InvariantCulture)} at {new Uri(_context.Address).Host}",
                Warehouses = [.. warehouses.Select(one => new Place(one.Id.ToString(CultureInfo.InvariantCulture), one.Name!))],
            };
        }
        catch (FailureException e)
        {
            return CheckResult.Refused(e.Failure);
        }
    }

    public Task<IReadOnlyList<Failure>> ValidateSettingsAsync(CheckRequest request, CancellationToken cancellationToken) =>
        new PulpoSettingsCheck(_directory, _customers, _suppliers, _counterCustomer, request.Settings).FindingsAsync(cancellationToken);

    public ISource<TRecord>? Source<TRecord>() => (ISource<TRecord>?)_sources.GetValueOrDefault(typeof(TRecord));

    public IDestination<TRecord>? Destination<TRecord>() => (IDestination<TRecord>?)_destinations.GetValueOrDefault(typeof(TRecord));

    private static PulpoLabelReturn Labels(ConnectorContext context, PulpoClient client) => new(
        new PulpoTrackings(client), new PulpoLabelUpload(client, context.Settings.Text(PulpoLabelSettings.LabelUpload) != PulpoLabelSettings.None), context.Documents);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
