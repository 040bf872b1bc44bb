using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>An account and a warehouse with the same goods, orders on their way there, and stock on its way back.</summary>
internal sealed class BillbeeStockWorld(Rehearsal rehearsal, QuickClock clock) : IAsyncDisposable
{
    /// <summary>Articles that both sides have.</summary>
    public const int Goods = 12;

    private int _orders;

    public Rehearsal Rehearsal => rehearsal;
    public BillbeeAccount Account => rehearsal.Account;
    public PulpoTenant Tenant => rehearsal.Tenant;
    public int Sets => rehearsal.Sandbox.Traffic.CountOf("billbee", "POST /api/v1/products/updatestockmultiple");

    /// <summary>Berlin feeds Billbee's location "Standard", from which its orders are taken; Hamburg the one of its name.</summary>
    public static async Task<BillbeeStockWorld> StartAsync(bool onHand = false, params (string Name, string Value)[] settings)
    {
        var world = await EmptyAsync();
        await world.AddOrdersAsync();
        await world.AddStockAsync([("WarehouseMap", "Standard=Berlin"), .. onHand ? new[] { ("Quantity", "OnHand"), ("SubtractReserved", "true") } : [], .. settings]);
        return world;
    }

    /// <summary>The same without any integration.</summary>
    public static async Task<BillbeeStockWorld> EmptyAsync(BillbeeOptions? account = null)
    {
        var (rehearsal, clock) = await Rehearsal.StartWithBillbeeAsync(
            account, seed: new PulpoSeed { Warehouses = ["Berlin", "Hamburg"], Skus = [.. Enumerable.Range(1, Goods).Select(Sku)] });
        foreach (var number in Enumerable.Range(1, Goods))
        {
            rehearsal.Account.AddProduct(Sku(number));
            rehearsal.Tenant.SetStock(Sku(number), "Berlin", 10 + number);
            rehearsal.Tenant.SetStock(Sku(number), "Hamburg", number % 4);
        }

        rehearsal.Account.AddStockPlace("Hamburg");
        return new BillbeeStockWorld(rehearsal, clock);
    }

    public static string Sku(int number) => BillbeeSeed.SkuOf(number);

    public Task AddOrdersAsync() => rehearsal.AddOrdersAsync(
        "Orders", "Billbee", ("Warehouse", "Berlin"), ("StartFrom", clock.GetUtcNow().AddDays(-1).ToString("O", CultureInfo.InvariantCulture)));

    public Task AddStockAsync(params (string Name, string Value)[] settings) => rehearsal.AddAsync(IntegrationType.Stock, "Stock", "PULPO", "Billbee", settings);

    /// <summary>Orders, then stock, ten minutes after the last time.</summary>
    public async Task<IntegrationRun> CycleAsync(bool full = false)
    {
        clock.Pass(TimeSpan.FromMinutes(10));
        Assert.NotEqual(RunStatus.Failed, (await rehearsal.RunAsync()).Status);
        return await StockAsync(full);
    }

    public async Task<IntegrationRun> StockAsync(bool full = false) => (await rehearsal.RunAsync(new StartRequest { Names = ["Stock"], Full = full })).Single();

    /// <summary>An order in Billbee; 3 is paid, 1 ordered.</summary>
    public long Order(string sku, int quantity, int state = 3) => Account.AddOrder(new BillbeeOrder
    {
        OrderNumber = $"B-{++_orders}", State = state, Customer = new BillbeeCustomer { Id = 7, Name = "Ada Example" },
        ShippingAddress = new BillbeeAddress { FirstName = "Ada", LastName = "Example", Street = "Musterweg", HouseNumber = "5", Zip = "10115", City = "Berlin", CountryISO2 = "DE" },
        OrderItems = [new BillbeeOrderItem { Quantity = quantity, TotalPrice = 9.9m * quantity, Product = new BillbeeSoldProduct { SKU = sku, Title = sku } }],
    }).BillBeeOrderId!.Value;

    /// <summary>Holds every level of Billbee's against the warehouse, in the measure's own words; knows nothing of the engine.</summary>
    /// <param name="onHand">Measure: what lies there less what Billbee has reserved, or what the warehouse may still promise.</param>
    /// <param name="notThere">Pieces that are ordered and not in the warehouse, by SKU, at Berlin.</param>
    public void AssertEqual(bool onHand = false, params (string Sku, int Pieces)[] notThere)
    {
        var wrong = new List<string>();
        foreach (var article in Account.Products)
        {
            foreach (var place in Account.StockPlaces)
            {
                var warehouse = place.IsDefault ? "Berlin" : place.Name!;
                var (stock, row) = (Tenant.StockOf(article.SKU!, warehouse), article.Stocks.SingleOrDefault(row => row.StockId == place.Id));
                var open = place.IsDefault ? notThere.Where(one => one.Sku == article.SKU).Sum(one => one.Pieces) : 0;
                var due = onHand ? stock.OnHand - (row?.UnfulfilledAmount ?? 0) : Math.Max(0, stock.Available - open);
                if (row?.StockCurrent != due) wrong.Add(FormattableString.Invariant($"{article.SKU} {warehouse}: should be {due}, is {row?.StockCurrent}"));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    public ValueTask DisposeAsync() => rehearsal.DisposeAsync();
}
