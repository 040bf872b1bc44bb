using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Stock;

/// <summary>A shop and a warehouse with some goods, orders on their way, and stock on its way back.</summary>
internal sealed class StockWorld : IAsyncDisposable
{
    /// <summary>Articles that both sides have and that the shop stocks in Berlin and Hamburg.</summary>
    public const int Goods = 20;

    private StockWorld(Rehearsal rehearsal) => Rehearsal = rehearsal;

    public Rehearsal Rehearsal { get; }
    public ShopifyShop Shop => Rehearsal.Shop;
    public PulpoTenant Tenant => Rehearsal.Tenant;
    public int Sets => Rehearsal.Sandbox.Traffic.CountOf("shopify", "StockSet");
    public IReadOnlyList<RunEvent> Events => Rehearsal.Events;

    public static async Task<StockWorld> StartAsync(params (string Name, string Value)[] settings)
    {
        var world = await EmptyAsync();
        await world.Rehearsal.AddOrdersAsync(settings: [("StartFrom", DateTimeOffset.UtcNow.AddDays(-1).ToString("O")), ("FallbackCustomer", "FALLBACK")]);
        await world.AddStockAsync(settings);
        return world;
    }

    /// <summary>The same without any integration.</summary>
    public static async Task<StockWorld> EmptyAsync()
    {
        var shop = new ShopOptions { Name = "acme", Throttling = false };
        var rehearsal = await Rehearsal.StartAsync(
            shop with { Scopes = [.. shop.Scopes, "write_inventory"] }, seed: new PulpoSeed { Warehouses = ["Berlin", "Hamburg"], Skus = [.. Enumerable.Range(1, Goods).Select(Sku)], Customers = ["FALLBACK"] });
        foreach (var number in Enumerable.Range(1, Goods))
        {
            rehearsal.Shop.AddProduct(new ProductDraft
            {
                Title = Sku(number), Sku = Sku(number), Stock = new Dictionary<string, int> { ["Berlin"] = 0, ["Hamburg"] = 0 },
            });
            rehearsal.Tenant.SetStock(Sku(number), "Berlin", 10 + number);
            rehearsal.Tenant.SetStock(Sku(number), "Hamburg", number % 4);
        }

        return new StockWorld(rehearsal);
    }

    public static string Sku(int number) => ShopSeed.SkuOf(number);

    public Task AddStockAsync(params (string Name, string Value)[] settings) => Rehearsal.Runtime.NewConfigAsync(
        new ConfigDefinition
        {
            Name = "Stock", Type = IntegrationType.Stock, Source = "PULPO", Destination = "Shop", TimeZone = "Europe/Berlin",
            Settings = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value),
        }, CancellationToken.None);

    /// <summary>Orders, then stock.</summary>
    public async Task<IntegrationRun> CycleAsync(bool full = false)
    {
        await Rehearsal.RunAsync();
        return await StockAsync(full);
    }

    public async Task<IntegrationRun> StockAsync(bool full = false) => (await Rehearsal.RunAsync(new StartRequest { Names = ["Stock"], Full = full })).Single();

    public Order Order(string sku, int quantity, string location = "Berlin", FinancialStatus paid = FinancialStatus.Paid) => Shop.CreateOrder(new OrderDraft
    {
        Lines = [new OrderLineDraft { Sku = sku, Quantity = quantity, Location = location }], FinancialStatus = paid,
        ShippingAddress = new Address { FirstName = "Ada", LastName = "Example", Address1 = "Musterweg 5", City = "Berlin", Zip = "10115", CountryCode = "DE" },
    });

    public Location Place(string name) => Shop.Locations.Single(place => place.Name == name);

    public LevelSnapshot Level(string sku, string location = "Berlin") => Shop.Levels.Single(level => level.Sku == sku && level.Location == location);

    /// <summary>Holds every level of the shop against the warehouse, in the mode's own words; knows nothing of the engine.</summary>
    /// <param name="onHand">Mode.</param>
    /// <param name="notThere">Pieces that are ordered and not in the warehouse, by SKU, in Berlin.</param>
    public void AssertEqual(bool onHand = false, params (string Sku, int Pieces)[] notThere)
    {
        var wrong = new List<string>();
        foreach (var level in Shop.Levels.Where(level => level.Location != "Showroom"))
        {
            var stock = Tenant.StockOf(level.Sku!, level.Location);
            var open = level.Location == "Berlin" ? notThere.Where(one => one.Sku == level.Sku).Sum(one => one.Pieces) : 0;
            var (due, found) = onHand ? (stock.OnHand, level.OnHand) : (Math.Max(0, stock.Available - open), level.Available);
            if (due != found) wrong.Add($"{level.Sku} {level.Location}: should be {due}, is {found}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    public ValueTask DisposeAsync() => Rehearsal.DisposeAsync();
}
