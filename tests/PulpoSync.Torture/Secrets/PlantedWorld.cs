using System.Globalization;
using PulpoSync.Engine;
using PulpoSync.Sandbox;

namespace PulpoSync.Torture.Secrets;

/// <summary>
/// Two shops, a Billbee account and two warehouses whose credentials are all planted, with every type of integration between them. Each secret is kept in one
/// of the three ways: in the store, in an environment variable, in a file.
/// </summary>
internal sealed class PlantedWorld : IAsyncDisposable
{
    public const string Till = "TILL";
    public const string Place = "Berlin";
    public const string Parcel = "Parcel";
    private static int _variables;

    private readonly List<string> _names = [];
    private readonly int _firstWay;

    private PlantedWorld(SandboxHost sandbox, QuickClock clock, Plants plants, string folder, int firstWay)
    {
        (Sandbox, Plants, Folder, _firstWay) = (sandbox, plants, folder, firstWay);
        Runtime = new RuntimeFactory().Open(new RuntimeOptions { StorePath = StorePath, Time = clock, Host = "test" });
    }

    public SandboxHost Sandbox { get; }
    public Plants Plants { get; }
    public IPulpoSyncRuntime Runtime { get; }

    /// <summary>Holds the folders of the store, of the secrets that are kept in files, and what else a user would have.</summary>
    public string Folder { get; }

    /// <summary>Lies in a folder that the product makes by itself.</summary>
    public string StorePath => Path.Combine(Folder, "store", "pulposync.db");

    public string Recording => RecordingIn(Folder);

    public ShopifyShop Shop => Sandbox.Shops["acme"];
    public ShopifyShop Beta => Sandbox.Shops["beta"];
    public BillbeeAccount Account => Sandbox.Accounts.Values.Single();
    public PulpoTenant Tenant => Sandbox.Tenants["pulpo"];
    public PulpoTenant Lager => Sandbox.Tenants["lager"];

    /// <summary>Everything that lets somebody in: what was planted, and the tokens that the vendors gave for it.</summary>
    public IEnumerable<string> Secrets => [.. Plants.Secrets, .. Tokens];

    /// <summary>The tokens that the vendors gave.</summary>
    public IEnumerable<string> Tokens => [.. Sandbox.Tenants.Values.SelectMany(tenant => tenant.World.Access.Tokens.ToList()), "shpat_sandbox_beta_1"];

    public static async Task<PlantedWorld> StartAsync(Plants plants, Random random)
    {
        var folder = Directory.CreateTempSubdirectory("pulposync-secrets-").FullName;
        // Behind the machine's clock, by which the processes go that come last: what they find in the store happened before.
        var clock = new QuickClock(DateTimeOffset.UtcNow.AddDays(-2));
        var sandbox = await SandboxHost.StartAsync(new SandboxOptions { Time = clock, RecordTo = RecordingIn(folder) });
        var world = new PlantedWorld(sandbox, clock, plants, folder, random.Next(3));
        Directory.CreateDirectory(Path.Combine(folder, "secrets"));
        world.Furnish();
        world.Runtime.InitializeStore();
        await world.AddCredentialsAsync();
        await world.AddIntegrationsAsync();
        return world;
    }

    /// <summary>The secret fields of the credentials: credential, field, secret.</summary>
    public IReadOnlyList<(string Credential, string Field, string Secret)> SecretFields =>
    [
        ("Shop", "AccessToken", Plants.Token), ("Beta", "ClientSecret", Plants.ClientSecret), ("PULPO", "Password", Plants.Password),
        ("Lager", "Password", Plants.OtherPassword), ("Bee", "Password", Plants.ApiPassword), ("Bee", "DeveloperKey", Plants.DeveloperKey),
    ];

    /// <summary>How the secret of a field is given: in the way that it has in this round.</summary>
    public SecretInput Given(string field, string secret)
    {
        var at = SecretFields.ToList().FindIndex(one => one.Secret == secret);
        switch ((at + _firstWay) % 3)
        {
            case 0:
                return SecretInput.FromText(secret);
            case 1:
                var name = string.Create(CultureInfo.InvariantCulture, $"PULPOSYNC_TORTURE_{Interlocked.Increment(ref _variables)}_{field}");
                Environment.SetEnvironmentVariable(name, secret);
                _names.Add(name);
                return SecretInput.FromReference(new SecretReference("env", name));
            default:
                var file = Path.Combine(Folder, "secrets", $"{at}.txt");
                File.WriteAllText(file, secret + "\n");
                return SecretInput.FromReference(new SecretReference("file", file));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Runtime.DisposeAsync();
        await Sandbox.DisposeAsync();
        foreach (var name in _names) Environment.SetEnvironmentVariable(name, null);
        Directory.Delete(Folder, recursive: true);
    }

    private static string RecordingIn(string folder) => Path.Combine(folder, "traffic.jsonl");

    private void Furnish()
    {
        Sandbox.AddShop(new ShopOptions { Name = "acme", Throttling = false, Locations = [Place], Tokens = [Plants.Token] });
        Sandbox.AddShop(new ShopOptions { Name = "beta", Throttling = false, Locations = [Place], ClientSecret = Plants.ClientSecret });
        Sandbox.AddAccount(new BillbeeOptions { Name = "acme", ApiPassword = Plants.ApiPassword, DeveloperKey = Plants.DeveloperKey });
        Sandbox.AddTenant(new TenantOptions { Name = "pulpo", Password = Plants.Password }).Seed(new PulpoSeed { Warehouses = [Place], Customers = [Till] });
        Sandbox.AddTenant(new TenantOptions { Name = "lager", Password = Plants.OtherPassword }).Seed(new PulpoSeed { Warehouses = [Place] });
        Account.AddShippingProvider("DHL", 2, "Paket national");
        Lager.AddShippingMethod(new PulpoShippingMethod(Parcel) { FetchLabel = true, LabelsElsewhere = true });
    }

    private async Task AddCredentialsAsync()
    {
        await AddAsync("Shop", "Shopify", "shopify/acme");
        await AddAsync("Beta", "Shopify", "shopify/beta", ("ClientId", Beta.Options.ClientId));
        await AddAsync("PULPO", "Pulpo", "pulpo/pulpo", ("UserName", Tenant.Username));
        await AddAsync("Lager", "Pulpo", "pulpo/lager", ("UserName", Lager.Username));
        await AddAsync("Bee", "Billbee", "billbee/acme", ("UserName", Account.Options.UserName));
    }

    private Task AddAsync(string name, string system, string path, params (string, string)[] fields) => Runtime.NewCredentialAsync(
        new CredentialDefinition
        {
            Name = name, System = system, Address = $"{Sandbox.Address}{path}", Sandbox = true, Fields = fields.ToDictionary(),
            Secrets = SecretFields.Where(field => field.Credential == name).ToDictionary(field => field.Field, field => Given(field.Field, field.Secret)),
        }, CancellationToken.None);

    private async Task AddIntegrationsAsync()
    {
        await AddAsync("Products", IntegrationType.Products, "Shop", "PULPO");
        await AddAsync("Orders", IntegrationType.SalesOrders, "Shop", "PULPO", ("FulfillmentStatus", "UNFULFILLED\nPARTIALLY_FULFILLED\nIN_PROGRESS"));
        await AddAsync("Counter", IntegrationType.SalesOrdersPos, "Shop", "PULPO", ("Customer", Till), ("NumberPrefix", "T-"));
        await AddAsync("Beta orders", IntegrationType.SalesOrders, "Beta", "PULPO", ("NumberPrefix", "B-"));
        await AddAsync("Shipments", IntegrationType.GenerateShipments, "PULPO", "Shop");
        await AddAsync("Status", IntegrationType.StatusUpdates, "PULPO", "Shop", ("LotsToNote", "true"));
        await AddAsync("Returns", IntegrationType.Returns, "PULPO", "Shop");
        await AddAsync("Stock", IntegrationType.Stock, "PULPO", "Shop", ("Quantity", "OnHand"));
        await AddAsync("Bee products", IntegrationType.Products, "Bee", "Lager");
        await AddAsync("Bee orders", IntegrationType.SalesOrders, "Bee", "Lager", ("Warehouse", Place));
        await AddAsync("Bee labels", IntegrationType.ShippingLabels, "Lager", "Bee", ("LabelMap", $"{Parcel}=DHL/Paket national"));
        await AddAsync("Bee shipments", IntegrationType.GenerateShipments, "Lager", "Bee");
        await AddAsync("Bee status", IntegrationType.StatusUpdates, "Lager", "Bee", ("PackedStatus", "SHIPPED"));
        await AddAsync("Bee stock", IntegrationType.Stock, "Lager", "Bee", ("Warehouse", Place), ("Quantity", "Available"), ("SubtractReserved", "false"));
    }

    private Task AddAsync(string name, IntegrationType type, string source, string destination, params (string, string?)[] settings) => Runtime.NewConfigAsync(
        new ConfigDefinition { Name = name, Type = type, Source = source, Destination = destination, TimeZone = "Europe/Berlin", Settings = settings.ToDictionary() },
        CancellationToken.None);
}
