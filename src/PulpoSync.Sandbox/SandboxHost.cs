using System.Collections.Concurrent;
using System.Net;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

/// <summary>
/// A local server that behaves as the vendors' APIs do. Shops are served under <c>{Address}shopify/{name}/</c> in place of
/// <c>https://{name}.myshopify.com/</c>, tenants under <c>{Address}pulpo/{name}/</c>,
/// Billbee accounts under <c>{Address}billbee/{name}/</c>; <c>{Address}control/</c> is the sandbox's own and moves the world on.
/// Listens on the loopback interface only.
/// </summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ShopifyShop> _shops = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PulpoTenant> _tenants = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, BillbeeAccount> _accounts = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Dispatcher _dispatcher;
    private readonly WebApplication _app;

    private SandboxHost(SandboxOptions options)
    {
        Time = options.Time;
        var recorder = options.RecordTo is null ? null : new TrafficRecorder(options.RecordTo);
        _dispatcher = new Dispatcher(this, [new ShopifyApi(this), new PulpoApi(this), new BillbeeApi(this)], recorder, _stopping.Token) { Latency = options.Latency };
        _app = BuildApp(options.Port);
        _app.Map("/{system}/{name}/{**path}", _dispatcher.HandleAsync);
        SandboxControl.Map(_app, this, _dispatcher);
        ShopifyControl.Map(_app, this);
        PulpoControl.Map(_app, this);
        BillbeeControl.Map(_app, this);
    }

    /// <summary>The root of all that is served: <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>The clock of every emulated vendor.</summary>
    public TimeProvider Time { get; }

    /// <summary>The shops by name.</summary>
    public IReadOnlyDictionary<string, ShopifyShop> Shops => _shops;

    /// <summary>The PULPO tenants by name.</summary>
    public IReadOnlyDictionary<string, PulpoTenant> Tenants => _tenants;

    /// <summary>The Billbee accounts by name.</summary>
    public IReadOnlyDictionary<string, BillbeeAccount> Accounts => _accounts;

    /// <summary>What shall go wrong.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>What was asked so far.</summary>
    public TrafficLog Traffic { get; } = new();

    /// <summary>Starts a sandbox without shops, tenants and accounts.</summary>
    public static async Task<SandboxHost> StartAsync(SandboxOptions? options = null, CancellationToken ct = default)
    {
        var host = new SandboxHost(options ?? new SandboxOptions());
        await host._app.StartAsync(ct);
        return host;
    }

    /// <summary>Adds a Shopify shop.</summary>
    /// <exception cref="ArgumentException">A shop of that name is there already.</exception>
    public ShopifyShop AddShop(ShopOptions options) => Add(_shops, options.Name, new ShopifyShop(options, Time));

    /// <summary>Adds a PULPO tenant.</summary>
    /// <exception cref="ArgumentException">A tenant of that name is there already.</exception>
    public PulpoTenant AddTenant(TenantOptions options) => Add(_tenants, options.Name, new PulpoTenant(options, Time));

    /// <summary>Adds a Billbee account.</summary>
    /// <exception cref="ArgumentException">An account of that name is there already.</exception>
    public BillbeeAccount AddAccount(BillbeeOptions options) => Add(_accounts, options.Name, new BillbeeAccount(options, Time));

    /// <summary>Stops serving; requests still held are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private static T Add<T>(ConcurrentDictionary<string, T> all, string name, T item) =>
        all.TryAdd(name, item) ? item : throw new ArgumentException($"'{name}' is there already.", nameof(name));

    private static WebApplication BuildApp(int port)
    {
        // The empty builder reads no files, arguments or environment: a sandbox is what its options say.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => SandboxControl.Configure(json.SerializerOptions));
        builder.Services.Configure<HostOptions>(hosting => hosting.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }
}
