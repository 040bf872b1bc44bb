using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Connectors.Pulpo;
using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Secrets;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Pulpo;

/// <summary>A PULPO tenant on this machine, and connectors to it.</summary>
internal sealed class PulpoFixture : IAsyncDisposable
{
    public const string Account = "shopify:acme.myshopify.com";
    private readonly HttpSender _sender;

    private PulpoFixture(SandboxHost host, PulpoTenant tenant)
    {
        (Host, Tenant) = (host, tenant);
        _sender = new HttpSender(
            new HttpSenderOptions { FirstDelay = TimeSpan.FromMilliseconds(1), Trace = TraceAsync },
            new InMemoryLimitStore(TimeProvider.System), TimeProvider.System, new Redactor());
    }

    public SandboxHost Host { get; }
    public PulpoTenant Tenant { get; }
    public MemoryTokens Tokens { get; } = new(TimeProvider.System);
    public InMemoryDocuments Documents { get; } = new();
    public List<HttpTrace> Traces { get; } = [];

    public static async Task<PulpoFixture> StartAsync(Func<TenantOptions, TenantOptions>? change = null, bool isEmpty = false, TimeProvider? time = null)
    {
        // The recording is what tests/contracts holds against PULPO's contract.
        var record = Environment.GetEnvironmentVariable("PULPOSYNC_RECORD_TO") is { Length: > 0 } file ? file : null;
        var host = await SandboxHost.StartAsync(new SandboxOptions { Time = time ?? TimeProvider.System, RecordTo = record });
        var options = new TenantOptions { Name = "acme" };
        var tenant = host.AddTenant(change?.Invoke(options) ?? options);
        if (!isEmpty) tenant.Seed(new PulpoSeed { Warehouses = ["Berlin", "Paris"], Skus = [.. Enumerable.Range(1, 60).Select(i => $"SKU-{i}")], Customers = ["WALK-IN", "B2B-1"] });
        return new PulpoFixture(host, tenant);
    }

    public IConnector Connect(string? user = null, string? password = null, params (string Name, string Value)[] settings) =>
        new PulpoSystem().Connect(Context(user, password, settings));

    public ConnectorContext Context(string? user = null, string? password = null, params (string Name, string Value)[] settings) => new()
    {
        Address = new PulpoSystem().NormalizeAddress($"{Host.Address}pulpo/acme", sandbox: true),
        Fields = new Dictionary<string, string> { ["UserName"] = user ?? Tenant.Username },
        Secrets = new Dictionary<string, string> { ["Password"] = password ?? "sandbox-password" },
        IsSandbox = true,
        Settings = Bag(settings),
        Http = _sender,
        Tokens = Tokens,
        Documents = Documents,
        Time = TimeProvider.System,
    };

    public Fault Fail(FaultKind kind, string path, int status = 503, int count = 0, string? method = null, int nth = 1, string? body = null) =>
        Host.Faults.Add(new Fault { Kind = kind, Path = path, Status = status, Count = count, Method = method, Nth = nth, Body = body });

    public IDestination<Order> Orders(params (string Name, string Value)[] settings) => Connect(null, null, settings).Destination<Order>()!;

    public static SettingBag Bag(params (string Name, string Value)[] settings) => new(settings.ToDictionary(s => s.Name, s => s.Value));

    public Task<IReadOnlyList<WriteResult>> WriteAsync(params Write<Order>[] batch) => Orders().WriteAsync(batch, default);

    /// <summary>Makes an order and gives back its reference with PULPO's id.</summary>
    public async Task<(RecordRef Ref, Order Order)> CreatedAsync(Order order)
    {
        var write = PulpoSamples.Create(order);
        var result = Assert.Single(await WriteAsync(write));
        Assert.Equal(WriteStatus.Done, result.Status);
        return (write.Ref with { DestinationId = result.Id }, order);
    }

    /// <summary>Makes a customer as PULPO's own screens do: with an address, or without any.</summary>
    public async Task AddCustomerAsync(string identifier, string? street)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"{Host.Address}pulpo/acme/api/v1/") };
        using var login = await http.PostAsJsonAsync("auth", new { grant_type = "password", username = Tenant.Username, password = "sandbox-password", scope = "default" });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await login.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
        using var made = await http.PostAsJsonAsync("iam/third_parties", new
        {
            tenant_id = Tenant.Options.TenantId, name = identifier, identifier_type = "ID", identifier_number = identifier, third_type = "C",
            attributes = street is null ? null : new { addresses = new[] { new { name = identifier, address = new { street, city = "Berlin", zip = "10115" } } } },
        });
        made.EnsureSuccessStatusCode();
    }

    public PulpoOrder Order(string number) => Assert.Single(Tenant.Orders, order => order.Number == number);

    /// <summary>An order's id as the connector names it.</summary>
    public string Id(string number) => Order(number).Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Rows of a table of the tenant in PULPO's own words.</summary>
    public List<JsonElement> Dump(string table) => [.. Tenant.Dump().GetProperty(table).EnumerateArray()];

    public int Calls(string operation) => Host.Traffic.CountOf("pulpo", operation);

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
