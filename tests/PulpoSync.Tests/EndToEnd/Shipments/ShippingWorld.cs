using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Shipments;

/// <summary>A shop whose orders arrive in a warehouse, and a warehouse whose packings are told to the shop.</summary>
internal sealed class ShippingWorld : IAsyncDisposable
{
    public const string Orders = "Orders";
    public const string Shipments = "Shipments";
    public static readonly string Mug = ShopSeed.SkuOf(1);
    public static readonly string Cup = ShopSeed.SkuOf(2);

    private ShippingWorld(Rehearsal rehearsal) => Rehearsal = rehearsal;

    public Rehearsal Rehearsal { get; }
    public ShopifyShop Shop => Rehearsal.Shop;
    public PulpoTenant Tenant => Rehearsal.Tenant;
    public FaultPlan Faults => Rehearsal.Sandbox.Faults;
    public IEnumerable<RunWarning> Warnings => Rehearsal.Events.OfType<RunWarning>();

    public static Task<ShippingWorld> StartAsync(params (string Name, string Value)[] settings) => StartAsync(new TenantOptions { Name = "pulpo" }, settings);

    public static async Task<ShippingWorld> StartAsync(TenantOptions tenant, params (string Name, string Value)[] settings)
    {
        var world = new ShippingWorld(await Rehearsal.StartAsync(tenant: tenant));
        await world.Rehearsal.AddOrdersAsync(settings: OrderSettings());
        await world.Rehearsal.AddAsync(IntegrationType.GenerateShipments, Shipments, "PULPO", "Shop", settings);
        return world;
    }

    public static (string Name, string Value)[] OrderSettings(params (string Name, string Value)[] more) =>
    [
        ("StartFrom", DateTimeOffset.UtcNow.AddDays(-1).ToString("O", CultureInfo.InvariantCulture)), ("FallbackCustomer", "FALLBACK"), ("TagsToCriterium", "true"), .. more,
    ];

    public Order Sell(params (string Sku, int Pieces, string Location)[] lines) => Sell(Shop, lines);

    public static Order Sell(ShopifyShop shop, params (string Sku, int Pieces, string Location)[] lines) => shop.CreateOrder(new OrderDraft
    {
        Lines = [.. lines.Select(line => new OrderLineDraft { Sku = line.Sku, Quantity = line.Pieces, Location = line.Location, RequiresShipping = true })],
        ShippingAddress = new Address { FirstName = "Ada", LastName = "Beispiel", Address1 = "Musterweg 5", Zip = "10115", City = "Berlin", CountryCode = "DE" },
    });

    /// <summary>Sells, and has the order arrive in the warehouse.</summary>
    public async Task<Order> OrderAsync(params (string Sku, int Pieces, string Location)[] lines)
    {
        var order = Sell(lines);
        var run = await RunAsync(Orders);
        Assert.Equal(RunStatus.Finished, run.Status);
        return order;
    }

    public Task<IntegrationRun> RunAsync(string name) => Rehearsal.RunAsync(name);

    /// <summary>Tells the shop what is packed; a run that is to go well.</summary>
    public async Task<IntegrationRun> TellAsync()
    {
        var run = await RunAsync(Shipments);
        Assert.True(run.Status is RunStatus.Finished, $"{run.Status}: {run.Error?.Message}");
        return run;
    }

    public static string Lines(Fulfillment shipment) => string.Join(", ", shipment.Lines.Select(line => $"{line.Quantity} {line.Line.Sku}").Order(StringComparer.Ordinal));

    public static IEnumerable<string?> Numbers(Fulfillment shipment) => shipment.Tracking.Select(tracking => tracking.Number);

    public IntegrationRecord Record(string number) =>
        Rehearsal.Runtime.GetRecords(new RecordQuery(number, Shipments)).Single(record => record.Part.Length == 0);

    public int Calls(string operation) => Rehearsal.Sandbox.Traffic.CountOf("shopify", operation);

    public Fault Fail(FaultKind kind, string operation, int status = 503, int count = 1, int nth = 1, bool after = false) => Faults.Add(
        new Fault { Kind = kind, System = "shopify", Operation = operation, Status = status, Count = count, Nth = nth, AfterEffect = after });

    /// <summary>Whatever we told the shop is nobody's edit: the orders are read again, and nothing is written and nothing said. Nor is anything told again.</summary>
    public async Task AssertAtRestAsync(params string[] names)
    {
        var writes = Writes();
        var orders = await RunAsync(Orders);
        Assert.Equal((RunStatus.Finished, 0, 0, 0, 0), (orders.Status, orders.Counts.Created, orders.Counts.Updated, orders.Counts.Cancelled, orders.Counts.Failed));
        Assert.Empty(Warnings);
        foreach (var name in names.DefaultIfEmpty(Shipments))
        {
            var told = await RunAsync(name);
            Assert.Equal((0, 0, 0), (told.Counts.Created, told.Counts.Updated, told.Counts.Failed));
        }

        Assert.Equal(writes, Writes());
    }

    public ValueTask DisposeAsync() => Rehearsal.DisposeAsync();

    private int Writes() => Rehearsal.Sandbox.Traffic.ByOperation
        .Where(pair => pair.Key is "shopify FulfillmentCreate" or "shopify FulfillmentTracking" or "shopify OrderTag" or "shopify OrderNote"
            || (pair.Key.StartsWith("pulpo ", StringComparison.Ordinal) && !pair.Key.StartsWith("pulpo GET ", StringComparison.Ordinal) && !pair.Key.EndsWith("/auth", StringComparison.Ordinal)))
        .Sum(pair => pair.Value);
}
