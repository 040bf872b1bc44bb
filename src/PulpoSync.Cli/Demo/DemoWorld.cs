using System.Globalization;
using PulpoSync.Cli.Json;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Cli.Demo;

/// <summary>
/// The sandbox's small world: a plain shop and one with everything that happens in life, and a PULPO tenant that serves both. The same every time.
/// </summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    public const string PlainShop = "acme-plain";
    public const string BusyShop = "acme-busy";
    public const string Tenant = "acme";
    public const string FallbackCustomer = "WEBSHOP";
    private const int Products = 60;
    private static readonly string[] Warehouses = ["Berlin", "Hamburg", "Leipzig"];

    private DemoWorld(SandboxHost host) => Host = host;

    public SandboxHost Host { get; }
    public ShopifyShop Plain => Host.Shops[PlainShop];
    public ShopifyShop Busy => Host.Shops[BusyShop];
    public PulpoTenant Pulpo => Host.Tenants[Tenant];

    /// <summary>Starts a sandbox and fills it.</summary>
    /// <param name="options">Port, latency, recording.</param>
    /// <param name="orders">Orders in each shop, all of the last week.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static async Task<DemoWorld> StartAsync(SandboxOptions options, int orders, CancellationToken cancellationToken)
    {
        var world = new DemoWorld(await SandboxHost.StartAsync(options, cancellationToken));
        world.Host.AddShop(new ShopOptions { Name = PlainShop, Locations = ["Berlin"] });
        world.Host.AddShop(new ShopOptions { Name = BusyShop, Locations = ["Hamburg", "Leipzig", "Showroom"] });
        world.Host.AddTenant(new TenantOptions { Name = Tenant });
        world.Plain.Seed(new ShopSeed { Seed = 1, Orders = orders, Products = Products, Plain = true });
        world.Busy.Seed(new ShopSeed
        {
            Seed = 2, Orders = orders, Products = Products, Shares = new Dictionary<OrderTrait, double> { [OrderTrait.OnHold] = 0.04 },
        });
        world.Pulpo.Seed(new PulpoSeed
        {
            Warehouses = Warehouses,
            Skus = [.. Enumerable.Range(1, Products).Select(ShopSeed.SkuOf), "GIFTCARD-25"],
            Customers = [FallbackCustomer],
        });
        return world;
    }

    /// <summary>Where a shop is served.</summary>
    public Uri AddressOf(ShopifyShop shop) => new(Host.Address, $"shopify/{shop.Options.Name}");

    /// <summary>Where the tenant is served.</summary>
    public Uri PulpoAddress => new(Host.Address, $"pulpo/{Tenant}");

    /// <summary>The token that a shop takes.</summary>
    public static string TokenOf(ShopifyShop shop) => string.Create(CultureInfo.InvariantCulture, $"shpat_sandbox_{shop.Options.Name}");

    /// <summary>How to get in.</summary>
    public SandboxStartedLine Describe() => new(
        Host.Address, new Uri(Host.Address, "control/"),
        [.. new[] { Plain, Busy }.Select(shop => new SandboxShopLine(
            shop.Options.Name, AddressOf(shop), TokenOf(shop), shop.Options.ClientId, shop.Options.ClientSecret))],
        [new SandboxTenantLine(Tenant, PulpoAddress, Pulpo.Username, Pulpo.Options.Password, Warehouses)]);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
