using System.Globalization;
using PulpoSync.Cli.Json;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Cli.Demo;

/// <summary>
/// The sandbox's small world: a plain shop and one with everything that happens in life, a PULPO tenant that serves both, and a Billbee account with a tenant of its own. The same every time.
/// </summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    public const string PlainShop = "acme-plain";
    public const string BusyShop = "acme-busy";
    public const string Tenant = "acme";
    public const string FallbackCustomer = "WEBSHOP";
    /// <summary>The plain shop's one location, and the warehouse behind it.</summary>
    public const string PlainLocation = "Berlin";
    private const int Products = 60;
    /// <summary>What the plain shop sells besides, and PULPO does not know yet.</summary>
    private const int NewProducts = 12;
    private const int Goods = 200;
    private static readonly string[] Warehouses = [PlainLocation, "Hamburg", "Leipzig"];

    private DemoWorld(SandboxHost host) => Host = host;

    public SandboxHost Host { get; }
    public ShopifyShop Plain => Host.Shops[PlainShop];
    public ShopifyShop Busy => Host.Shops[BusyShop];
    public BillbeeAccount Billbee => Host.Accounts[DemoBillbee.Account];
    public PulpoTenant Pulpo => Host.Tenants[Tenant];
    public PulpoTenant BillbeePulpo => Host.Tenants[DemoBillbee.Tenant];

    /// <summary>Starts a sandbox and fills it.</summary>
    /// <param name="options">Port, latency, recording.</param>
    /// <param name="orders">Orders in each shop, all of the last week; Billbee has a third as many.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static async Task<DemoWorld> StartAsync(SandboxOptions options, int orders, CancellationToken cancellationToken)
    {
        var world = new DemoWorld(await SandboxHost.StartAsync(options, cancellationToken));
        world.Host.AddShop(new ShopOptions { Name = PlainShop, Plan = ShopPlan.Plus, Locations = [PlainLocation] });
        world.Host.AddShop(new ShopOptions { Name = BusyShop, Locations = ["Hamburg", "Leipzig", "Showroom"] });
        world.Host.AddAccount(new BillbeeOptions { Name = DemoBillbee.Account });
        world.Host.AddTenant(new TenantOptions { Name = Tenant });
        world.Host.AddTenant(new TenantOptions { Name = DemoBillbee.Tenant });
        world.Plain.Seed(new ShopSeed { Seed = 1, Orders = orders, Products = Products + NewProducts, Stock = Goods / 4, Plain = true });
        // Both shops list it, the plain one not for sale yet: so PULPO does not know what the busy one has sold.
        world.Plain.SetStatus(world.Plain.FindVariant(ShopSeed.UnknownSku)!.Product, ProductStatus.Draft);
        world.Busy.Seed(new ShopSeed
        {
            Seed = 2, Orders = orders, Products = Products, Shares = new Dictionary<OrderTrait, double> { [OrderTrait.OnHold] = 0.04 },
        });
        string[] skus = [.. Enumerable.Range(1, Products).Select(ShopSeed.SkuOf), "GIFTCARD-25"];
        world.Pulpo.Seed(new PulpoSeed { Warehouses = Warehouses, Skus = skus, Customers = [FallbackCustomer] });
        foreach (var warehouse in Warehouses)
        {
            foreach (var sku in skus) world.Pulpo.SetStock(sku, warehouse, Goods);
        }

        DemoBillbee.Fill(world.Billbee, world.BillbeePulpo, orders / 3);
        return world;
    }

    /// <summary>Where a shop is served.</summary>
    public Uri AddressOf(ShopifyShop shop) => new(Host.Address, $"shopify/{shop.Options.Name}");

    /// <summary>Where the Billbee account is served.</summary>
    public Uri BillbeeAddress => new(Host.Address, $"billbee/{DemoBillbee.Account}");

    /// <summary>Where a tenant is served.</summary>
    public Uri AddressOf(PulpoTenant tenant) => new(Host.Address, $"pulpo/{tenant.Options.Name}");

    /// <summary>The token that a shop takes.</summary>
    public static string TokenOf(ShopifyShop shop) => string.Create(CultureInfo.InvariantCulture, $"shpat_sandbox_{shop.Options.Name}");

    /// <summary>How to get in.</summary>
    public SandboxStartedLine Describe() => new(
        Host.Address, new Uri(Host.Address, "control/"),
        [.. new[] { Plain, Busy }.Select(shop => new SandboxShopLine(
            shop.Options.Name, AddressOf(shop), TokenOf(shop), shop.Options.ClientId, shop.Options.ClientSecret))],
        [new SandboxAccountLine(
            DemoBillbee.Account, BillbeeAddress, Billbee.Options.UserName, Billbee.Options.ApiPassword, Billbee.Options.DeveloperKey,
            [.. Billbee.ShopAccounts.Select(shop => shop.Name)], [.. Billbee.StockPlaces.Select(place => place.Name!)],
            [.. Billbee.ShippingProviders.SelectMany(provider => provider.Products.Select(product => $"{provider.Name}/{product.DisplayName}"))])],
        [Describe(Pulpo, Warehouses), Describe(BillbeePulpo, [DemoBillbee.Warehouse])]);

    private SandboxTenantLine Describe(PulpoTenant tenant, IReadOnlyList<string> warehouses) =>
        new(tenant.Options.Name, AddressOf(tenant), tenant.Username, tenant.Options.Password, warehouses);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
