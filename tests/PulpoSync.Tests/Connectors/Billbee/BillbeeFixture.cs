using System.Globalization;
using PulpoSync.Engine.Connectors.Billbee;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;
using PulpoSync.Tests.Connectors.Pulpo;
using PulpoSync.Tests.Support;
using BillbeeAddress = PulpoSync.Sandbox.Billbee.BillbeeAddress;

namespace PulpoSync.Tests.Connectors.Billbee;

/// <summary>A Billbee account on this machine, and connectors to it. Client and account go by one clock, on which waiting for the limits takes a fraction of its time.</summary>
internal sealed class BillbeeFixture : IAsyncDisposable
{
    private const int Times = 20;
    private readonly HttpSender _sender;

    private BillbeeFixture(SandboxHost host, BillbeeAccount account, QuickClock clock)
    {
        (Host, Account, Clock) = (host, account, clock);
        Limits = new InMemoryLimitStore(clock);
        Tokens = new MemoryTokens(clock);
        // A try may take as long as it does by the machine's own clock: 30 seconds.
        _sender = new HttpSender(
            new HttpSenderOptions
            {
                TryTimeout = TimeSpan.FromSeconds(30 * Times), CallTimeout = TimeSpan.FromSeconds(100 * Times),
                Trace = TraceAsync,
            },
            Limits, clock, new Redactor());
    }

    public SandboxHost Host { get; }
    public BillbeeAccount Account { get; }
    public QuickClock Clock { get; }
    public InMemoryLimitStore Limits { get; }
    public MemoryTokens Tokens { get; }
    public InMemoryDocuments Documents { get; } = new();
    public List<HttpTrace> Traces { get; } = [];

    public static async Task<BillbeeFixture> StartAsync(Func<BillbeeOptions, BillbeeOptions>? change = null)
    {
        // The recording is what tests/contracts holds against Billbee's contract.
        var record = Environment.GetEnvironmentVariable("PULPOSYNC_RECORD_TO") is { Length: > 0 } file ? file : null;
        var clock = new QuickClock(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), Times);
        var host = await SandboxHost.StartAsync(new SandboxOptions { Time = clock, RecordTo = record });
        var options = new BillbeeOptions { Name = "acme", UserName = "api@acme.example" };
        return new BillbeeFixture(host, host.AddAccount(change?.Invoke(options) ?? options), clock);
    }

    public IConnector Connect(params (string Name, string Value)[] settings) => new BillbeeSystem().Connect(Context(settings));

    /// <summary>A client of its own, for tests of what is below the connector.</summary>
    public BillbeeClient Client()
    {
        var context = Context();
        return new BillbeeClient(context, BillbeeCredential.From(context));
    }

    public ConnectorContext Context(params (string Name, string Value)[] settings) => new()
    {
        Address = new BillbeeSystem().NormalizeAddress($"{Host.Address}billbee/{Account.Options.Name}", sandbox: true),
        Fields = new Dictionary<string, string> { [BillbeeSpec.UserName] = Account.Options.UserName },
        Secrets = new Dictionary<string, string>
        {
            [BillbeeSpec.Password] = Account.Options.ApiPassword, [BillbeeSpec.DeveloperKey] = Account.Options.DeveloperKey,
        },
        IsSandbox = true,
        Settings = Bag(settings),
        Http = _sender,
        Tokens = Tokens,
        Documents = Documents,
        Time = Clock,
    };

    /// <summary>Lets calls of a path fail; those after them are served.</summary>
    public Fault Fail(FaultKind kind, string path, int status = 503, int count = 1, string? method = null, int nth = 1, string? body = null) =>
        Host.Faults.Add(new Fault { System = "billbee", Kind = kind, Path = path, Status = status, Count = count, Method = method, Nth = nth, Body = body });

    public static SettingBag Bag(params (string Name, string Value)[] settings) => new(settings.ToDictionary(s => s.Name, s => s.Value));

    /// <summary>An ordinary paid order with one line, and its key.</summary>
    public (string Key, BillbeeOrder Order) AddOrder(Func<BillbeeOrder, BillbeeOrder>? change = null)
    {
        var order = new BillbeeOrder
        {
            OrderNumber = "B-1001",
            ShippingAddress = new BillbeeAddress { FirstName = "Ada", LastName = "Example", Street = "Musterweg", HouseNumber = "5", Zip = "10115", City = "Berlin", CountryISO2 = "DE" },
            Customer = new BillbeeCustomer { Id = 7, Name = "Ada Example" },
            OrderItems = [new BillbeeOrderItem { Quantity = 2, TotalPrice = 19.8m, Product = new BillbeeSoldProduct { SKU = "MUG-1", Title = "Mug" } }],
        };
        var added = Account.AddOrder(change?.Invoke(order) ?? order);
        return (added.BillBeeOrderId!.Value.ToString(CultureInfo.InvariantCulture), added);
    }

    public int Calls(string operation) => Host.Traffic.CountOf("billbee", operation);

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        Tokens.Dispose();
        await Host.DisposeAsync();
    }

    private ValueTask TraceAsync(HttpTrace trace)
    {
        lock (Traces) Traces.Add(trace);
        return ValueTask.CompletedTask;
    }
}
