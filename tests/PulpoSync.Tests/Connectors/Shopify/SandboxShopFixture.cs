using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>A connector to a shop in the sandbox, over real connections.</summary>
internal sealed class SandboxShopFixture : IAsyncDisposable
{
    private readonly HttpSender _sender;

    private SandboxShopFixture(SandboxHost host, ShopifyShop shop)
    {
        (Host, Shop) = (host, shop);
        // Pauses are part of other tests: here they are none, unless the shop asks for them.
        _sender = new HttpSender(new HttpSenderOptions { Random = () => 0 }, new InMemoryLimitStore(TimeProvider.System), TimeProvider.System, new Redactor());
    }

    public SandboxHost Host { get; }
    public ShopifyShop Shop { get; }
    public MemoryTokens Tokens { get; } = new(TimeProvider.System);
    public Dictionary<string, string> Fields { get; } = [];
    public Dictionary<string, string> Secrets { get; } = new() { ["AccessToken"] = "shpat_sandbox_acme" };
    public Dictionary<string, string> Settings { get; } = [];

    public static async Task<SandboxShopFixture> StartAsync(Func<ShopOptions, ShopOptions>? change = null, TimeProvider? time = null)
    {
        // The recording is what tests/contracts holds against Shopify's schemas.
        var record = Environment.GetEnvironmentVariable("PULPOSYNC_RECORD_TO") is { Length: > 0 } file ? file : null;
        var host = await SandboxHost.StartAsync(new SandboxOptions { Time = time ?? TimeProvider.System, RecordTo = record });
        var options = new ShopOptions { Name = "acme", Throttling = false };
        return new SandboxShopFixture(host, host.AddShop(change?.Invoke(options) ?? options));
    }

    public IConnector Connect()
    {
        var system = new ShopifySystem();
        return system.Connect(new ConnectorContext
        {
            Address = system.NormalizeAddress($"{Host.Address}shopify/acme", sandbox: true),
            Fields = Fields,
            Secrets = Secrets,
            IsSandbox = true,
            Settings = new SettingBag(Settings),
            Http = _sender,
            Tokens = Tokens,
            Documents = new InMemoryDocuments(),
            Time = TimeProvider.System,
        });
    }

    public Task<CheckResult> CheckAsync() => Connect().CheckAsync(new CheckRequest(IntegrationType.SalesOrders, Role.Source, SettingBag.Empty), default);

    public async Task<List<Order>> ReadAsync(ReadRequest? request = null)
    {
        var orders = new List<Order>();
        await foreach (var page in Connect().Source<Order>()!.ReadAsync(request ?? new ReadRequest { StartFrom = DateTimeOffset.UtcNow.AddDays(-30) }, default))
        {
            Assert.Empty(page.Unreadable);
            orders.AddRange(page.Records);
        }

        return orders;
    }

    public async ValueTask DisposeAsync()
    {
        _sender.Dispose();
        Tokens.Dispose();
        await Host.DisposeAsync();
    }
}
