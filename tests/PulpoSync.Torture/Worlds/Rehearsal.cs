using PulpoSync.Engine;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Torture.Worlds;

/// <summary>The whole product against the sandbox: real HTTP, a real store, one shop and one tenant unless a test adds more.</summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pulposync-e2e-").FullName;

    private readonly SkewedClock? _ours;

    private Rehearsal(SandboxHost sandbox, TimeProvider? time)
    {
        Sandbox = sandbox;
        _ours = time is null ? null : new SkewedClock(time);
        StorePath = Path.Combine(_folder, "pulposync.db");
        Runtime = Open();
    }

    public SandboxHost Sandbox { get; }
    public AheadClock Clock { get; } = new();

    /// <summary>This machine's clock in a world that goes by a given one, as wrong as a test makes it.</summary>
    public SkewedClock Ours => _ours ?? throw new InvalidOperationException("This world goes by the machine's clock.");
    public string StorePath { get; }
    public IPulpoSyncRuntime Runtime { get; private set; }
    public List<RunEvent> Events { get; } = [];

    public ShopifyShop Shop => Sandbox.Shops.Values.First();
    public PulpoTenant Tenant => Sandbox.Tenants.Values.First();

    /// <summary>The Billbee account of a world that has one.</summary>
    public BillbeeAccount Account => Sandbox.Accounts.Values.First();

    /// <summary>A sandbox with a shop "acme" and a tenant "pulpo", an initialised store, both credentials, nothing to run yet.</summary>
    public static async Task<Rehearsal> StartAsync(ShopOptions? shop = null, TenantOptions? tenant = null, PulpoSeed? seed = null, TimeProvider? time = null)
    {
        var sandbox = await SandboxAsync(time ?? TimeProvider.System);
        sandbox.AddShop(shop ?? new ShopOptions { Name = "acme", Throttling = false });
        var rehearsal = await StartAsync(sandbox, tenant, seed, time);
        await rehearsal.AddShopAsync("Shop", rehearsal.Shop);
        return rehearsal;
    }

    /// <summary>
    /// A sandbox with a Billbee account "acme" and a tenant "pulpo", an initialised store, both credentials ("Billbee", "PULPO"), nothing to run yet. Vendors
    /// and engine go by one clock, which a test may move and on which waiting for Billbee's limits takes a tenth of its time, or less.
    /// </summary>
    public static async Task<(Rehearsal Rehearsal, QuickClock Clock)> StartWithBillbeeAsync(
        BillbeeOptions? account = null, TenantOptions? tenant = null, PulpoSeed? seed = null, DateTimeOffset? now = null, int times = 10)
    {
        var clock = new QuickClock(now ?? new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), times);
        var rehearsal = await StartAsync(await SandboxAsync(clock), tenant, seed, clock);
        await rehearsal.AddBillbeeAsync("Billbee", rehearsal.Sandbox.AddAccount(account ?? new BillbeeOptions { Name = "acme" }));
        return (rehearsal, clock);
    }

    /// <summary>The credential of a Billbee account.</summary>
    public Task AddBillbeeAsync(string name, BillbeeAccount account) => Runtime.NewCredentialAsync(
        new CredentialDefinition
        {
            Name = name, System = "Billbee", Address = $"{Sandbox.Address}billbee/{account.Options.Name}", Sandbox = true,
            Fields = new Dictionary<string, string> { ["UserName"] = account.Options.UserName },
            Secrets = new Dictionary<string, SecretInput>
            {
                ["Password"] = SecretInput.FromText(account.Options.ApiPassword), ["DeveloperKey"] = SecretInput.FromText(account.Options.DeveloperKey),
            },
        }, CancellationToken.None);

    public Task AddShopAsync(string name, ShopifyShop shop) => Runtime.NewCredentialAsync(
        new CredentialDefinition
        {
            Name = name, System = "Shopify", Address = $"{Sandbox.Address}shopify/{shop.Options.Name}", Sandbox = true,
            Secrets = new Dictionary<string, SecretInput> { ["AccessToken"] = SecretInput.FromText($"shpat_sandbox_{shop.Options.Name}") },
        }, CancellationToken.None);

    public Task AddTenantAsync(string name, PulpoTenant tenant, string? password = null) => Runtime.NewCredentialAsync(
        new CredentialDefinition
        {
            Name = name, System = "Pulpo", Address = $"{Sandbox.Address}pulpo/{tenant.Options.Name}", Sandbox = true,
            Fields = new Dictionary<string, string> { ["UserName"] = tenant.Username },
            Secrets = new Dictionary<string, SecretInput> { ["Password"] = SecretInput.FromText(password ?? tenant.Options.Password) },
        }, CancellationToken.None);

    public Task<IntegrationConfig> AddOrdersAsync(string name = "Orders", string source = "Shop", params (string Name, string Value)[] settings) =>
        AddAsync(IntegrationType.SalesOrders, name, source, settings);

    /// <summary>An integration of any type from a shop into the tenant.</summary>
    public Task<IntegrationConfig> AddAsync(IntegrationType type, string name, string source = "Shop", params (string Name, string Value)[] settings) =>
        AddAsync(type, name, source, "PULPO", settings);

    /// <summary>An integration of any type.</summary>
    public Task<IntegrationConfig> AddAsync(
        IntegrationType type, string name, string source, string destination, params (string Name, string Value)[] settings) => Runtime.NewConfigAsync(
        new ConfigDefinition
        {
            Name = name, Type = type, Source = source, Destination = destination, TimeZone = "Europe/Berlin",
            Settings = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
        }, CancellationToken.None);

    public async Task<IntegrationRun> RunAsync(string name = "Orders") => (await RunAsync(new StartRequest { Names = [name] })).Single();

    public async Task<IReadOnlyList<IntegrationRun>> RunAsync(StartRequest request)
    {
        Events.Clear();
        await foreach (var happened in Runtime.StartAsync(request, CancellationToken.None)) Events.Add(happened);
        return [.. Events.OfType<RunFinished>().Select(finished => finished.Run)];
    }

    /// <summary>The same store as a new process would open it.</summary>
    /// <param name="later">How much later that is.</param>
    public async Task ReopenAsync(TimeSpan later = default)
    {
        await Runtime.DisposeAsync();
        Clock.Advance(later);
        Runtime = Open();
    }

    public async ValueTask DisposeAsync()
    {
        await Runtime.DisposeAsync();
        await Sandbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // The recording is what tests/contracts holds against the vendors' contracts.
    private static Task<SandboxHost> SandboxAsync(TimeProvider time) => SandboxHost.StartAsync(
        new SandboxOptions { Time = time, RecordTo = Environment.GetEnvironmentVariable("PULPOSYNC_RECORD_TO") is { Length: > 0 } file ? file : null });

    private static async Task<Rehearsal> StartAsync(SandboxHost sandbox, TenantOptions? tenant, PulpoSeed? seed, TimeProvider? time)
    {
        sandbox.AddTenant(tenant ?? new TenantOptions { Name = "pulpo" }).Seed(seed ?? World.Tenant);
        var rehearsal = new Rehearsal(sandbox, time);
        rehearsal.Runtime.InitializeStore();
        await rehearsal.AddTenantAsync("PULPO", rehearsal.Tenant);
        return rehearsal;
    }

    private IPulpoSyncRuntime Open() => new RuntimeFactory().Open(new RuntimeOptions { StorePath = StorePath, Time = (TimeProvider?)_ours ?? Clock, Host = "test" });
}
