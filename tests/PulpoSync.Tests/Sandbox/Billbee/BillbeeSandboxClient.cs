using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Sandbox.Billbee;

/// <summary>A sandbox with one Billbee account, and a plain HTTP client that sends both credentials.</summary>
internal sealed class BillbeeSandboxClient : IAsyncDisposable
{
    private BillbeeSandboxClient(SandboxHost host, BillbeeAccount account, FakeTimeProvider time)
    {
        Host = host;
        Account = account;
        Time = time;
        Http = new HttpClient { BaseAddress = new Uri(host.Address, $"billbee/{account.Options.Name}/api/v1/") };
        Login(account.Options.UserName, account.Options.ApiPassword, account.Options.DeveloperKey);
    }

    public SandboxHost Host { get; }

    public BillbeeAccount Account { get; }

    public FakeTimeProvider Time { get; }

    public HttpClient Http { get; }

    /// <summary>Starts it; without limits unless a test switches them on.</summary>
    public static async Task<BillbeeSandboxClient> StartAsync(Func<BillbeeOptions, BillbeeOptions>? configure = null, string? recordTo = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        var host = await SandboxHost.StartAsync(new SandboxOptions { Time = time, RecordTo = recordTo });
        var options = new BillbeeOptions { Name = "acme", UserName = "Api@Acme.example", ApiPassword = "pässword:1", DeveloperKey = "key-1", Limited = false };
        return new BillbeeSandboxClient(host, host.AddAccount(configure?.Invoke(options) ?? options), time);
    }

    public void Login(string? user, string? password, string? key)
    {
        Http.DefaultRequestHeaders.Authorization = user is null
            ? null
            : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        Http.DefaultRequestHeaders.Remove("X-Billbee-Api-Key");
        if (key is not null) Http.DefaultRequestHeaders.Add("X-Billbee-Api-Key", key);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PutAsync(string path, object? body) => SendAsync(HttpMethod.Put, path, body);

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: new()) };
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!, text, response.Headers.RetryAfter?.ToString());
    }

    /// <summary>An order of one line, to be shipped within Germany.</summary>
    public static BillbeeOrder Order(string number, string sku = "MUG", decimal quantity = 2) => new()
    {
        Id = $"shop-{number}",
        OrderNumber = number,
        Currency = "EUR",
        ShippingAddress = new BillbeeAddress
        {
            FirstName = "Jürgen", LastName = "Weiß 🐙", Street = "Große Gasse", HouseNumber = "5", Zip = "02826", City = "Görlitz", CountryISO2 = "DE",
        },
        OrderItems = [new BillbeeOrderItem { Quantity = quantity, TotalPrice = 9.9m * quantity, Product = new BillbeeSoldProduct { SKU = sku, Title = "Tasse" } }],
    };

    /// <summary>Adds a number of orders, a minute apart, and gives their ids.</summary>
    public long[] AddOrders(int count, Func<int, BillbeeOrder, BillbeeOrder>? change = null) => [.. Enumerable.Range(1, count).Select(i =>
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var order = Order($"N-{i}");
        return Account.AddOrder(change?.Invoke(i, order) ?? order).BillBeeOrderId!.Value;
    })];

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return Host.DisposeAsync();
    }

    internal sealed record Answer(HttpStatusCode Status, JsonNode Json, string Text, string? RetryAfter)
    {
        public JsonNode Data => Json[nameof(Data)]!;

        public int ErrorCode => (int)Json[nameof(ErrorCode)]!;

        public long[] Ids(string field) => [.. Data.AsArray().Select(row => (long)row![field]!)];
    }
}
