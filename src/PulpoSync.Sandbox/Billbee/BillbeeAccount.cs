using System.Text.Json;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Sandbox;

/// <summary>One emulated Billbee account. What is here stands for the people who work with it and its shops; clients use the API.</summary>
public sealed partial class BillbeeAccount
{
    internal BillbeeAccount(BillbeeOptions options, TimeProvider time)
    {
        Options = options;
        World = new BillbeeWorld(options, time);
        Rates = new BillbeeRates(time);
        World.AddPlace("Standard", null);
    }

    /// <summary>How it was made.</summary>
    public BillbeeOptions Options { get; }

    /// <summary>How fast clients have asked.</summary>
    public BillbeeRates Rates { get; }

    /// <summary>Whether the account's API is switched on.</summary>
    public bool ApiActivated
    {
        get => Locked(w => w.ApiActivated);
        set => Locked(w => w.ApiActivated = value);
    }

    /// <summary>The shops that are connected.</summary>
    public IReadOnlyList<BillbeeShopAccount> ShopAccounts => Locked(w => w.Shops.ToList());

    /// <summary>The stock locations; the first one, <c>Standard</c>, is there from the start and is the default.</summary>
    public IReadOnlyList<BillbeeStockPlace> StockPlaces => Locked(w => w.Places.ToList());

    /// <summary>The shipping providers with their products.</summary>
    public IReadOnlyList<BillbeeShippingProvider> ShippingProviders => Locked(w => w.Providers.ToList());

    internal BillbeeWorld World { get; }

    internal BillbeeLimiter Limiter { get; } = new();

    /// <summary>Gives the user another API password.</summary>
    public void SetPassword(string password) => Locked(w => w.ApiPassword = password);

    /// <summary>Connects a shop, or finds the one of that name.</summary>
    public BillbeeShopAccount AddShopAccount(string name, string platform = "Shopify") =>
        Locked(w => w.Shops.Find(s => s.Name == name) ?? w.AddShop(name, platform));

    /// <summary>Adds a stock location, or finds the one of that name.</summary>
    public BillbeeStockPlace AddStockPlace(string name, string? description = null) =>
        Locked(w => w.Places.Find(p => p.Name == name) ?? w.AddPlace(name, description));

    /// <summary>Adds a shipping provider with products by name, or finds the one of that name.</summary>
    /// <param name="name">The provider's name.</param>
    /// <param name="carrier">The carrier of Billbee's list; 2 is DHL.</param>
    /// <param name="products">The names of its products.</param>
    public BillbeeShippingProvider AddShippingProvider(string name, int carrier, params string[] products) =>
        Locked(w => w.Providers.Find(p => p.Name == name) ?? w.AddProvider(name, carrier, products));

    /// <summary>All that there is, in Billbee's own words, by id.</summary>
    public JsonElement Dump() => Locked(w => w.Answers.Element(new
    {
        Orders = w.Orders.Values,
        Products = w.Products.Values,
        Stocks = w.Places,
        ShopAccounts = w.Shops,
        ShippingProviders = w.Providers,
    }));

    private TResult Locked<TResult>(Func<BillbeeWorld, TResult> read)
    {
        lock (World.Gate) return read(World);
    }

    private void Locked(Action<BillbeeWorld> act)
    {
        lock (World.Gate) act(World);
    }
}
