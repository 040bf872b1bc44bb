using PulpoSync.Engine.Connectors.Billbee.Catalog;
using PulpoSync.Engine.Connectors.Billbee.Labels;
using PulpoSync.Engine.Connectors.Billbee.Orders;
using PulpoSync.Engine.Connectors.Billbee.Shipments;
using PulpoSync.Engine.Connectors.Billbee.States;
using PulpoSync.Engine.Connectors.Billbee.Stock;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>One Billbee account.</summary>
internal sealed class BillbeeConnector : IConnector
{
    /// <summary>The one place that orders ship from, since Billbee has no locations. Part of keys in the ledger: never changes.</summary>
    public static readonly Place Place = new("order", BillbeeSpec.Name);

    private readonly ConnectorContext _context;
    private readonly BillbeeCredential _credential;
    private readonly BillbeeStocks _stocks;
    private readonly LabelProducts _labels;
    private readonly BillbeeOrderSettingsCheck _orderSettings;
    private readonly Dictionary<Type, object> _sources;
    private readonly Dictionary<Type, object> _destinations;

    public BillbeeConnector(ConnectorContext context, BillbeeCredential credential)
    {
        (_context, _credential) = (context, credential);
        var client = new BillbeeClient(context, credential);
        _stocks = new BillbeeStocks(client);
        _labels = new LabelProducts(client);
        _orderSettings = new BillbeeOrderSettingsCheck(client);
        var pageSize = context.Settings.Number(BillbeeSpec.PageSize, BillbeeAssumptions.PageSize);
        var articles = new BillbeeArticles(client, pageSize);
        var orders = new BillbeeOrderSource(client, pageSize, context.Time);
        var subtractReserved = context.Settings.Switch(BillbeeSpec.SubtractReserved);
        IWatch watch = subtractReserved ? new ReservedWatch(articles) : new OrderedWatch(orders, context.Time);
        _sources = new Dictionary<Type, object>
        {
            [typeof(Order)] = orders,
            [typeof(Product)] = new BillbeeProductSource(articles, context.Settings.Text(BillbeeSpec.Language)),
        };
        _destinations = new Dictionary<Type, object>
        {
            [typeof(StockLevel)] = new BillbeeStockDestination(client, _stocks, articles, watch, subtractReserved),
            [typeof(OrderProgress)] = new BillbeeStatusDestination(client),
            [typeof(PackedGoods)] = new BillbeeShipmentDestination(client),
            [typeof(PackedBox)] = new BillbeeLabelDestination(client, _labels, context.Documents, context.StoreRestoredAt),
        };
    }

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        var isStock = request is { Type: IntegrationType.Stock, Role: Role.Destination };
        try
        {
            // Any call needs both authentications; this one also gives what stock integrations need.
            var stocks = await _stocks.ReadAsync(cancellationToken).ConfigureAwait(false);
            return new CheckResult
            {
                Account = _credential.Account,
                AccountName = $"Billbee account of {_credential.UserName}",
                Locations = isStock ? BillbeeStocks.Wanted(stocks, _context.Settings) : [Place],
                Warnings = isStock ? [.. StockMeasureCheck.Findings(_context.Settings).Select(failure => failure.Message)] : [],
            };
        }
        catch (FailureException e)
        {
            return CheckResult.Refused(e.Failure);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Failure>> ValidateSettingsAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request switch
            {
                { Type: IntegrationType.SalesOrders, Role: Role.Source } => await _orderSettings.RunAsync(request.Settings, cancellationToken).ConfigureAwait(false),
                { Type: IntegrationType.Stock, Role: Role.Destination } =>
                    BillbeeStockSettingsCheck.Findings(request.Settings, await _stocks.ReadAsync(cancellationToken).ConfigureAwait(false)),
                { Type: IntegrationType.GenerateShipments, Role: Role.Destination } => CarrierMapCheck.Findings(request.Settings),
                { Type: IntegrationType.ShippingLabels, Role: Role.Destination } =>
                    await new LabelSettingsCheck(_labels).FindingsAsync(request.Settings, cancellationToken).ConfigureAwait(false),
                _ => [],
            };
        }
        catch (FailureException e)
        {
            return [e.Failure];
        }
    }

    /// <inheritdoc/>
    public ISource<TRecord>? Source<TRecord>() => (ISource<TRecord>?)_sources.GetValueOrDefault(typeof(TRecord));

    /// <inheritdoc/>
    public IDestination<TRecord>? Destination<TRecord>() => (IDestination<TRecord>?)_destinations.GetValueOrDefault(typeof(TRecord));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
