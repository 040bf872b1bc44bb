using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.EndToEnd.Billbee;

/// <summary>A Billbee account whose orders arrive in a warehouse, and a warehouse that tells Billbee what it has packed.</summary>
internal sealed class BillbeeWorld : IAsyncDisposable
{
    public const string Orders = "Orders";
    public const string Back = "Back";
    public static readonly string Mug = ShopSeed.SkuOf(1);
    public static readonly string Cup = ShopSeed.SkuOf(2);

    // The recovery of a store waits until no request of a dead run can still arrive.
    private static readonly TimeSpan WireIsQuiet = TimeSpan.FromMinutes(3);

    private readonly QuickClock _clock;

    private BillbeeWorld(Rehearsal rehearsal, QuickClock clock) => (Rehearsal, _clock) = (rehearsal, clock);

    public Rehearsal Rehearsal { get; }
    public PulpoTenant Tenant => Rehearsal.Tenant;
    public BillbeeAccount Account => Rehearsal.Account;

    /// <summary>Starts with an integration of orders, and one of another type back to Billbee.</summary>
    public static async Task<BillbeeWorld> StartAsync(IntegrationType type, params (string Name, string Value)[] settings)
    {
        var (rehearsal, clock) = await Rehearsal.StartWithBillbeeAsync();
        var world = new BillbeeWorld(rehearsal, clock);
        await rehearsal.AddAsync(IntegrationType.SalesOrders, Orders, "Billbee", ("Warehouse", "Berlin"));
        await rehearsal.AddAsync(type, Back, "PULPO", "Billbee", settings);
        return world;
    }

    /// <summary>Sells, and has the order arrive in the warehouse; gives Billbee's id back.</summary>
    public async Task<long> OrderAsync(string number, params (string Sku, int Pieces)[] lines)
    {
        _clock.Pass(TimeSpan.FromMinutes(1));
        var order = Account.AddOrder(Draft(number, lines) with { CreatedAt = _clock.GetUtcNow().UtcDateTime });
        var run = await RunAsync(Orders);
        Assert.Equal((RunStatus.Finished, 1), (run.Status, run.Counts.Created));
        return order.BillBeeOrderId!.Value;
    }

    /// <summary>A paid order.</summary>
    public static BillbeeOrder Draft(string number, params (string Sku, int Pieces)[] lines) => new()
    {
        OrderNumber = number, State = 3, Customer = new BillbeeCustomer { Id = 7, Name = "Ada Beispiel" },
        ShippingAddress = new BillbeeAddress
        {
            FirstName = "Ada", LastName = "Beispiel", Street = "Musterweg", HouseNumber = "5", Zip = "10115", City = "Berlin", CountryISO2 = "DE",
        },
        OrderItems = [.. lines.Select((line, at) => new BillbeeOrderItem
        {
            BillbeeId = at + 1, Quantity = line.Pieces, TotalPrice = 9.9m * line.Pieces, Product = new BillbeeSoldProduct { SKU = line.Sku, Title = line.Sku },
        })],
    };

    /// <summary>All of an order is packed into some boxes, which get a label only where the floor has a carrier.</summary>
    public void Pack(string number, int boxes = 1, string? carrier = "dhl")
    {
        _clock.Pass(TimeSpan.FromMinutes(1));
        Tenant.Advance(number, "shipping", new PackOptions { Boxes = boxes, Carrier = carrier });
    }

    public Task<IntegrationRun> RunAsync(string name = Back) => Rehearsal.RunAsync(name);

    /// <summary>A run that is to go well.</summary>
    public async Task<IntegrationRun> TellAsync()
    {
        var run = await RunAsync();
        Assert.True(run.Status is RunStatus.Finished, $"{run.Status}: {run.Error?.Message}");
        return run;
    }

    /// <summary>Time enough for a request of a run that has ended to arrive.</summary>
    public void LetTheWireFallQuiet() => _clock.Pass(WireIsQuiet);

    public IntegrationRecord Record(string number, string integration = Back) => Assert.Single(Rehearsal.Runtime.GetRecords(new RecordQuery(number, integration)));

    public Fault Fail(FaultKind kind, string operation, int status = 503, int count = 1, int nth = 1) => Rehearsal.Sandbox.Faults.Add(
        new Fault { Kind = kind, System = "billbee", Operation = operation, Status = status, Count = count, Nth = nth });

    public int Calls(string operation) => Rehearsal.Sandbox.Traffic.CountOf("billbee", operation);

    /// <summary>What we told Billbee is nobody's edit, and nothing is told twice: both run again, and nothing is written anywhere.</summary>
    public async Task AssertAtRestAsync()
    {
        var writes = Writes();
        foreach (var name in new[] { Orders, Back })
        {
            var run = await RunAsync(name);
            Assert.Equal((RunStatus.Finished, 0, 0, 0, 0), (run.Status, run.Counts.Created, run.Counts.Updated, run.Counts.Cancelled, run.Counts.Failed));
            Assert.Empty(Rehearsal.Events.OfType<RunWarning>());
        }

        Assert.Equal(writes, Writes());
    }

    public ValueTask DisposeAsync() => Rehearsal.DisposeAsync();

    private string Writes() => string.Join('\n', Rehearsal.Sandbox.Traffic.ByOperation
        .Where(pair => !pair.Key.Contains(" GET ", StringComparison.Ordinal) && !pair.Key.EndsWith("/auth", StringComparison.Ordinal))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}: {pair.Value}")));
}
