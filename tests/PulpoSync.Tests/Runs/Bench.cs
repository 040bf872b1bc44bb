using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Flows;
using PulpoSync.Engine.Runs;
using PulpoSync.Engine.Secrets;
using PulpoSync.Engine.Setup;
using PulpoSync.Records;
using PulpoSync.Tests.Storage;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Runs;

/// <summary>A real store and engine between a shop and a warehouse in memory.</summary>
internal sealed class Bench : IDisposable
{
    private readonly TempStore _temp = new();

    public Bench()
    {
        _temp.Time.SetUtcNow(Some.Morning.AddHours(1));
        Integration = _temp.Store.Integrations.Save(_temp.AddIntegration("Orders") with
        {
            Settings = new Dictionary<string, string>
            {
                ["FinancialStatus"] = "PAID", ["FulfillmentStatus"] = "UNFULFILLED\nPARTIALLY_FULFILLED", ["CancelStatus"] = "CANCELLED",
                ["StartFrom"] = Some.Morning.AddDays(-1).ToString("O"),
            },
        });
    }

    public FakeShop Shop { get; init; } = new();
    public FakeWarehouse Warehouse { get; } = new();
    /// <summary>Source and destination of other records than orders; null: shop and warehouse.</summary>
    public (IConnector Source, IConnector Destination)? Sides { get; init; }
    public StoredIntegration Integration { get; private set; }
    public IStore Store => _temp.Store;
    public List<RunEvent> Events { get; } = [];

    public IEnumerable<RunWarning> Warnings => Events.OfType<RunWarning>();

    public DateTimeOffset Now => _temp.Time.GetUtcNow();

    public void Advance(TimeSpan time) => _temp.Time.Advance(time);

    public void Set(string name, string value) => Integration = Store.Integrations.Save(
        Integration with { Settings = new Dictionary<string, string>(Integration.Settings) { [name] = value } });

    public StoredIntegration AddDaily() => Store.Integrations.Save(Integration with
    {
        Id = 0, Name = "Nightly", Every = null, Daily = new DailySchedule { At = new TimeOnly(3, 0), LookbackDays = 7, TimeZone = "UTC" },
    });

    public StoredIntegration AddTwin() => Store.Integrations.Save(Integration with { Id = 0, Name = "Twin" });

    public LedgerRow Row(string key, string part) => Store.Runs.Rows(RouteId, [key])[key].Single(row => row.Part == part);

    public IReadOnlyList<LedgerRow> Rows(string key) => Store.Runs.Rows(RouteId, [key])[key];

    public long RouteId => Store.Integrations.RouteId(IntegrationType.SalesOrders, "shopify:acme", "pulpo:acme");

    public async Task<IntegrationRun> RunAsync(StartRequest? request = null, StoredIntegration? integration = null, FlowDefinition? definition = null, CancellationToken stop = default)
    {
        Events.Clear();
        integration = Store.Integrations.Find((integration ?? Integration).Name)!;
        request ??= new StartRequest();
        var settings = SettingCatalog.Complete(SettingCatalog.For(FlowCatalog.Find(IntegrationType.SalesOrders)!, Spec, Spec), integration.Settings);
        var scope = new RunScope
        {
            Integration = integration, Peers = Store.Integrations.OfRoute(integration.Id), Request = request, Trigger = "manual", RouteId = RouteId,
            SourceCredential = "Shop", DestinationCredential = "WMS", SourceAccount = "shopify:acme", DestinationAccount = "pulpo:acme", SourceSpec = Spec, DestinationSpec = Spec, Settings = settings, Store = Store.Runs,
            KnownKeys = number => [.. Store.Protocol.Records(new RecordQuery(number)).Select(record => record.SourceKey).Distinct()],
            Hash = Store.Hash, Redactor = new Redactor(), Time = _temp.Time,
            Emit = happened =>
            {
                Events.Add(happened);
                return ValueTask.CompletedTask;
            },
        };
        var flow = definition ?? FlowCatalog.Find(IntegrationType.SalesOrders)!;
        var (source, destination) = Sides ?? (Shop, Warehouse);
        if (request.Preview) return await flow.Accept(new RunStarter(scope, source, destination, null, stop));
        var lease = Store.Runs.Leases.TryTake(RouteId, "test", LeaseKeeper.Duration, TimeSpan.Zero).Lease!;
        await using var keeper = new LeaseKeeper(Store.Runs.Leases, lease, _temp.Time);
        return await flow.Accept(new RunStarter(scope, source, destination, keeper, stop));
    }

    public static Order Order(int number, string location = "Berlin") => Some.Order() with
    {
        Key = $"order-{number}", Number = $"{number}", Name = $"#{number}", UpdatedAt = Some.Morning.AddMinutes(number % 1000),
        FulfillmentOrders = [Some.Fulfillment(location)],
    };

    public void Dispose() => _temp.Dispose();

    private static ConnectorSpec Spec { get; } = new() { Name = "Fake", Description = "Fake", UniqueNumbers = true };
}
