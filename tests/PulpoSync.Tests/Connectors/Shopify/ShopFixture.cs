using Microsoft.Extensions.Time.Testing;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>A connector to a scripted shop, over a clock that moves only while something is awaited.</summary>
internal sealed class ShopFixture : IDisposable
{
    private readonly HttpSender _sender;

    public ShopFixture()
    {
        _sender = new HttpSender(
            new HttpSenderOptions { Handler = Shop, Random = () => 0, Trace = TraceAsync }, new InMemoryLimitStore(Time), Time, new Redactor());
        Tokens = new MemoryTokens(Time);
        StartedAt = Time.GetUtcNow();
    }

    public ScriptedShop Shop { get; } = new();
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    public MemoryTokens Tokens { get; }
    public List<HttpTrace> Traces { get; } = [];
    public DateTimeOffset StartedAt { get; }
    public TimeSpan Elapsed => Time.GetUtcNow() - StartedAt;
    public Dictionary<string, string> Fields { get; } = [];
    public Dictionary<string, string> Secrets { get; } = new() { ["AccessToken"] = "shpat_test" };
    public Dictionary<string, string> Settings { get; } = [];

    public IConnector Connect() => new ShopifySystem().Connect(new ConnectorContext
    {
        Address = "acme.myshopify.com",
        Fields = Fields,
        Secrets = Secrets,
        IsSandbox = false,
        Settings = new SettingBag(Settings),
        Http = _sender,
        Tokens = Tokens,
        Documents = new InMemoryDocuments(),
        Time = Time,
    });

    public ISource<Order> Orders() => Connect().Source<Order>()!;

    public Task<List<Page<Order>>> ReadAsync(ReadRequest? request = null, ISource<Order>? source = null)
    {
        return RunAsync(AllAsync());

        async Task<List<Page<Order>>> AllAsync()
        {
            var pages = new List<Page<Order>>();
            await foreach (var page in (source ?? Orders()).ReadAsync(request ?? new ReadRequest { StartFrom = Time.GetUtcNow().AddDays(-1) }, default)) pages.Add(page);
            return pages;
        }
    }

    /// <summary>The failure that ends a task.</summary>
    public async Task<Failure> FailsAsync(Task task) =>
        (await Assert.ThrowsAsync<FailureException>(() => RunAsync(Task.Run(async () => { await task; return 0; })))).Failure;

    /// <summary>Lets a task end while the clock goes on in small steps.</summary>
    public async Task<T> RunAsync<T>(Task<T> task)
    {
        var until = Time.GetUtcNow() + TimeSpan.FromHours(1);
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(1));
            if (task.IsCompleted) break;
            Assert.True(Time.GetUtcNow() < until, "The task does not end.");
            Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await task;
    }

    public void Dispose()
    {
        _sender.Dispose();
        Tokens.Dispose();
    }

    private ValueTask TraceAsync(HttpTrace trace)
    {
        Traces.Add(trace);
        return ValueTask.CompletedTask;
    }
}
