using PulpoSync.Engine.Connectors.Shopify.Catalog;
using PulpoSync.Engine.Connectors.Shopify.Counter;
using PulpoSync.Engine.Connectors.Shopify.Inventory;
using PulpoSync.Engine.Connectors.Shopify.Fulfillments;
using PulpoSync.Engine.Connectors.Shopify.OrderMarks;
using PulpoSync.Engine.Connectors.Shopify.Returns;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>One shop.</summary>
internal sealed class ShopifyConnector : IConnector
{
    private readonly ShopifyClient _client;
    private readonly ShopifyLocations _locations;
    private readonly ShopifyPreflight _preflight;
    private readonly IReadOnlyDictionary<Type, object> _sources;
    private readonly IReadOnlyDictionary<Type, object> _destinations;

    public ShopifyConnector(ConnectorContext context, ShopifyClient client)
    {
        _client = client;
        _locations = new ShopifyLocations(client);
        _preflight = new ShopifyPreflight(client, _locations, context.Time);
        var pageSize = context.Settings.Number(ShopifySpec.PageSize, ShopifySpec.DefaultPageSize);
        _sources = new Dictionary<Type, object>
        {
            [typeof(Order)] = new ShopifyOrderSource(client, pageSize),
            [typeof(Product)] = new ShopifyProductSource(client, pageSize),
            [typeof(CounterSale)] = new ShopifyCounterSource(client, pageSize),
        };
        _destinations = new Dictionary<Type, object>
        {
            [typeof(StockLevel)] = new ShopifyStockDestination(client, _locations, context.Settings.Switch(ShopifySpec.ActivateMissing)),
            [typeof(PackedGoods)] = new FulfillmentDestination(client),
            [typeof(OrderProgress)] = new OrderMarksDestination(client),
            [typeof(GoodsReturn)] = new ShopifyReturnDestination(client),
        };
    }

    /// <inheritdoc/>
    public async Task<CheckResult> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await _preflight.RunAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (FailureException e)
        {
            return CheckResult.Refused(e.Failure);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Failure>> ValidateSettingsAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        if (request is { Type: IntegrationType.StatusUpdates, Role: Role.Destination }) return TagRules.Check(request.Settings.Text("ImportedTag")) is { } invalid ? [invalid] : [];
        var named = request.Settings.Map("WarehouseMap").Keys;
        var isStock = request is { Type: IntegrationType.Stock, Role: Role.Destination };
        if (!isStock && (request is not { Type: IntegrationType.SalesOrders or IntegrationType.SalesOrdersPos, Role: Role.Source } || !named.Any())) return [];
        try
        {
            var places = await _locations.ReadAsync(cancellationToken).ConfigureAwait(false);
            var unknown = named.Where(name => !places.Any(place => Same(place.Name, name))).Select(name => Unknown(name, places));
            return [.. unknown, .. isStock ? StockSettingsCheck.Findings(request.Settings, places) : []];
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

    private Failure Unknown(string name, IReadOnlyList<Place> places) => new(
        FailureKind.Configuration, "LocationUnknown",
        $"WarehouseMap names the location \"{name}\", which {_client.Shop} does not have. "
        + $"Its active locations are {string.Join(", ", places.Select(place => $"\"{place.Name}\""))}.");

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
