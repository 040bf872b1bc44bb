using PulpoSync.Engine;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Torture.Worlds.Shopify;

/// <summary>
/// A merchant who runs on PulpoSync alone: one shop with two locations that ship and sell over the counter, one tenant with a warehouse for each, and the
/// seven integrations between them, on a clock that the test moves.
/// </summary>
internal sealed class Circle : IAsyncDisposable
{
    public const string ImportedTag = "In PULPO";
    public const string LotTag = "lots";
    public const string TillCustomer = "TILL";
    public static readonly string[] Places = ["Berlin", "Hamburg"];

    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-circle-").FullName;

    private Circle(SandboxHost sandbox, QuickClock clock)
    {
        (Sandbox, Clock) = (sandbox, clock);
        Ours = new SkewedClock(clock);
        StorePath = Path.Combine(_folder, "pulposync.db");
        Runtime = Open();
    }

    public SandboxHost Sandbox { get; }
    public QuickClock Clock { get; }

    /// <summary>This machine's clock, as wrong as a test makes it; the vendors go by <see cref="Clock"/>.</summary>
    public SkewedClock Ours { get; }
    public string StorePath { get; }
    public IPulpoSyncRuntime Runtime { get; private set; }
    public ShopifyShop Shop => Sandbox.Shops.Values.First();
    public PulpoTenant Tenant => Sandbox.Tenants.Values.First();

    /// <summary>What the last call of <see cref="RunAsync(StartRequest)"/> told.</summary>
    public List<RunEvent> Events { get; } = [];

    /// <summary>Runs that failed as a whole since the last call, with what they said. One whose only record has to wait for another type is none of them.</summary>
    public List<string> Failures { get; } = [];

    public static async Task<Circle> StartAsync(string quantity, int times = 20)
    {
        var clock = new QuickClock(new DateTimeOffset(2026, 11, 2, 6, 0, 0, TimeSpan.Zero), times);
        var circle = new Circle(await SandboxHost.StartAsync(new SandboxOptions { Time = clock }), clock);
        circle.Sandbox.AddShop(new ShopOptions { Name = "acme", Throttling = false, Locations = Places });
        circle.Sandbox.AddTenant(new TenantOptions { Name = "pulpo", EnforceStock = true, EmbedBatches = false }).Seed(new PulpoSeed { Warehouses = Places, Customers = [TillCustomer] });
        circle.Runtime.InitializeStore();
        await circle.AddCredentialsAsync();
        await circle.AddAsync("Products", IntegrationType.Products, ("TagsToCategories", "true"), ("LotTag", LotTag));
        await circle.AddAsync("Orders", IntegrationType.SalesOrders, ("PhysicalOnly", "true"), ("TagsToCriterium", "true"), ("FulfillmentStatus", "UNFULFILLED\nPARTIALLY_FULFILLED\nIN_PROGRESS"),
            // What was paid back for a return is no reason to keep what is still held back of the order.
            ("FinancialStatus", "PAID\nPARTIALLY_REFUNDED"));
        await circle.AddAsync("Till", IntegrationType.SalesOrdersPos, ("Customer", TillCustomer), ("NumberPrefix", "T-"));
        await circle.AddAsync("Shipments", IntegrationType.GenerateShipments);
        await circle.AddAsync("Stock", IntegrationType.Stock, ("Quantity", quantity), ("ActivateMissing", "true"));
        await circle.AddAsync("Status", IntegrationType.StatusUpdates, ("ImportedTag", ImportedTag), ("LotsToNote", "true"));
        await circle.AddAsync("Returns", IntegrationType.Returns, ("RefundGoods", "true"));
        return circle;
    }

    /// <summary>Runs what is due, as the scheduled task does.</summary>
    public Task RunAsync() => RunAsync(new StartRequest { Due = true });

    public async Task RunAsync(StartRequest request)
    {
        Events.Clear();
        await foreach (var happened in Runtime.StartAsync(request, CancellationToken.None))
        {
            Events.Add(happened);
            if (happened is RunFault detail) Failures.Add(detail.Message);
            if (happened is RunFinished { Run: { Status: RunStatus.Failed, Error.Code: not "EveryRecordFailed" } run }) Failures.Add($"{run.Integration}: {run.Error?.Code} {run.Error?.Message}");
        }
    }

    /// <summary>The same store as a new process would open it, which others may have had meanwhile.</summary>
    public void Reopen() => Runtime = Open();

    public async ValueTask DisposeAsync()
    {
        await Runtime.DisposeAsync();
        await Sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private IPulpoSyncRuntime Open() => new RuntimeFactory().Open(new RuntimeOptions { StorePath = StorePath, Time = Ours, Host = "test" });

    private async Task AddCredentialsAsync()
    {
        await Runtime.NewCredentialAsync(
            new CredentialDefinition
            {
                Name = "Shop", System = "Shopify", Address = $"{Sandbox.Address}shopify/acme", Sandbox = true,
                Secrets = new Dictionary<string, SecretInput> { ["AccessToken"] = SecretInput.FromText("shpat_sandbox_acme") },
            }, CancellationToken.None);
        await Runtime.NewCredentialAsync(
            new CredentialDefinition
            {
                Name = "PULPO", System = "Pulpo", Address = $"{Sandbox.Address}pulpo/pulpo", Sandbox = true,
                Fields = new Dictionary<string, string> { ["UserName"] = Tenant.Username },
                Secrets = new Dictionary<string, SecretInput> { ["Password"] = SecretInput.FromText(Tenant.Options.Password) },
            }, CancellationToken.None);
    }

    private Task AddAsync(string name, IntegrationType type, params (string Name, string Value)[] settings)
    {
        var isFromShop = type is IntegrationType.Products or IntegrationType.SalesOrders or IntegrationType.SalesOrdersPos;
        return Runtime.NewConfigAsync(
            new ConfigDefinition
            {
                Name = name, Type = type, Source = isFromShop ? "Shop" : "PULPO", Destination = isFromShop ? "PULPO" : "Shop", TimeZone = "Europe/Berlin",
                Settings = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
            }, CancellationToken.None);
    }
}
