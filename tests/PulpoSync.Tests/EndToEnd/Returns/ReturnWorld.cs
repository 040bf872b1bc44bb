using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using Back = PulpoSync.Sandbox.ReturnedPieces;

namespace PulpoSync.Tests.EndToEnd.Returns;

/// <summary>A shop and a warehouse in which orders were shipped whole; mugs cost 10, bowls 20, shipping 5.</summary>
internal sealed class ReturnWorld : IAsyncDisposable
{
    public static string Mug => ShopSeed.SkuOf(1);
    public static string Bowl => ShopSeed.SkuOf(2);

    // Vendors tell times to the second, which an integration of the same second would take for earlier.
    private static (string, string) Yesterday => ("StartFrom", DateTimeOffset.UtcNow.AddDays(-1).ToString("O", CultureInfo.InvariantCulture));

    private ReturnWorld(Rehearsal rehearsal) => Rehearsal = rehearsal;

    public Rehearsal Rehearsal { get; }
    public ShopifyShop Shop => Rehearsal.Shop;
    public PulpoTenant Tenant => Rehearsal.Tenant;

    public static async Task<ReturnWorld> StartAsync(params (string Name, string Value)[] settings)
    {
        var world = new ReturnWorld(await Rehearsal.StartAsync());
        Stock(world.Shop);
        await world.AddOrdersAsync("Orders", "Shop");
        await world.AddReturnsAsync("Returns", "Shop", settings);
        return world;
    }

    public static void Stock(ShopifyShop shop)
    {
        foreach (var (sku, price) in new[] { (Mug, 10m), (Bowl, 20m) }) shop.AddProduct(new ProductDraft { Title = sku, Sku = sku, Price = price, Stock = new Dictionary<string, int> { ["Berlin"] = 500 } });
    }

    public Task AddOrdersAsync(string name, string shop, params (string Name, string Value)[] settings) =>
        Rehearsal.AddAsync(IntegrationType.SalesOrders, name, shop, "PULPO", [Yesterday, .. settings]);

    public Task AddReturnsAsync(string name, string shop, params (string Name, string Value)[] settings) =>
        Rehearsal.AddAsync(IntegrationType.Returns, name, "PULPO", shop, [Yesterday, .. settings]);

    /// <summary>An order that was imported, packed and shipped, and is fulfilled in the shop.</summary>
    public async Task<Order> ShippedAsync(int mugs = 3, int bowls = 1, ShopifyShop? shop = null, string integration = "Orders", string prefix = "")
    {
        var order = (shop ?? Shop).CreateOrder(new OrderDraft
        {
            Lines = [new OrderLineDraft { Sku = Mug, Quantity = mugs }, new OrderLineDraft { Sku = Bowl, Quantity = bowls }],
            Customer = new CustomerDraft("Ada", "Example", "ada@example.test"),
            ShippingAddress = new Address { FirstName = "Ada", LastName = "Example", Address1 = "Musterweg 5", Zip = "10115", City = "Berlin" },
            ShippingPrice = 5,
        });
        var run = await Rehearsal.RunAsync(integration);
        Assert.True(run.Counts.Created == 1, $"{run.Status}: {run.Error}");
        Tenant.Advance($"{prefix}{order.Number}", "ended");
        (shop ?? Shop).Fulfill(order.FulfillmentOrders[0]);
        return order;
    }

    /// <summary>Goods of an order come back to the warehouse.</summary>
    /// <returns>The warehouse's number of the return.</returns>
    public string ComeBack(Order order, int mugs = 0, int bowls = 0, int rejectedMugs = 0, string? notes = null, string prefix = "")
    {
        var lines = new List<Back>();
        if (mugs > 0) lines.Add(new Back(Mug, mugs) { Reasons = ["Too small"] });
        if (bowls > 0) lines.Add(new Back(Bowl, bowls));
        if (rejectedMugs > 0) lines.Add(new Back(Mug, rejectedMugs, Accepted: false) { Notes = notes });
        return $"IG-{Tenant.ReceiveReturn($"{prefix}{order.Number}", lines, notes).Id}";
    }

    /// <summary>A return as the warehouse's own API takes it: also one that its floor would not let through.</summary>
    public async Task ReceiveAsync(string sku, int quantity, long? order)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Rehearsal.Sandbox.Address, $"pulpo/{Tenant.Options.Name}/api/v1/") };
        var login = await http.PostAsJsonAsync("auth", new { grant_type = "password", username = Tenant.Username, password = Tenant.Options.Password, scope = "default" });
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        var answer = await http.PostAsJsonAsync("reception/incoming_goods", new
        {
            document_type = "return", warehouse_id = Tenant.AddWarehouse("Berlin"), sales_order_id = order,
            items = new[] { new { product_id = Tenant.AddProduct(sku), quantity, state = "accepted" } },
        });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public Task<IntegrationRun> RunAsync() => Rehearsal.RunAsync("Returns");

    public IReadOnlyList<IntegrationRecord> Records(string? number = null, string integration = "Returns") =>
        Rehearsal.Runtime.GetRecords(new RecordQuery(number, integration));

    public IntegrationRecord Record(string part, string? number = null) => Assert.Single(Records(number), record => record.Part == part);

    /// <summary>What the warehouse's orders are, for comparison.</summary>
    public List<string> Orders() =>
        [.. Tenant.Orders.Select(order => $"{order.Number} {order.State} {order.UpdatedAt:O} {string.Join(',', order.Lines.Select(line => $"{line.Sku}×{line.Quantity}"))}")];

    public ValueTask DisposeAsync() => Rehearsal.DisposeAsync();
}
