using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

/// <summary>A sandbox with one tenant, and a plain HTTP client that has logged in to it.</summary>
internal sealed class PulpoClient : IAsyncDisposable
{
    private PulpoClient(SandboxHost host, PulpoTenant tenant, FakeTimeProvider time)
    {
        Host = host;
        Tenant = tenant;
        Time = time;
        Http = new HttpClient { BaseAddress = new Uri(host.Address, $"pulpo/{tenant.Options.Name}/api/v1/") };
    }

    public SandboxHost Host { get; }

    public PulpoTenant Tenant { get; }

    public FakeTimeProvider Time { get; }

    public HttpClient Http { get; }

    public static async Task<PulpoClient> StartAsync(Func<TenantOptions, TenantOptions>? configure = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero));
        var host = await SandboxHost.StartAsync(new SandboxOptions { Time = time });
        var options = new TenantOptions { Name = "acme", Username = "acme_api", Password = "secret" };
        var client = new PulpoClient(host, host.AddTenant(configure?.Invoke(options) ?? options), time);
        client.Tenant.Seed(new PulpoSeed { Warehouses = ["Berlin", "Paris"], Skus = ["MUG", "CUP"], Customers = ["C-1"] });
        await client.LoginAsync();
        return client;
    }

    public async Task LoginAsync()
    {
        var answer = await PostAsync("auth", Login());
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)answer.Json["access_token"]);
    }

    public static object Login(string password = "secret") => new { grant_type = "password", username = "acme_api", password, scope = "default" };

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    /// <summary>The body of an order as a careful client sends it; <paramref name="change"/> spoils it.</summary>
    public JsonObject Order(string number, Action<JsonObject>? change = null)
    {
        var order = JsonSerializer.SerializeToNode(new
        {
            order_num = number,
            type = "sales_order",
            warehouse_id = Tenant.AddWarehouse("Berlin"),
            third_party_id = Tenant.AddCustomer("C-1"),
            delivery_date = "2026-11-30 00:00:00",
            criterium = "vip, gift",
            attributes = new { shopify_order_id = "gid://shopify/Order/1" },
            ship_to = new { name = "Ada Example", address = new { street = "Musterweg", house_nr = "5", zip = "10115", city = "Berlin", country_alpha2 = "DE" } },
            items = new[] { new { product_id = Tenant.AddProduct("MUG"), quantity = 2, line_order_id = "L1" } },
        })!.AsObject();
        change?.Invoke(order);
        return order;
    }

    /// <summary>Creates an order and gives its id.</summary>
    public async Task<long> CreateAsync(string number, Action<JsonObject>? change = null)
    {
        var answer = await PostAsync("sales/orders", Order(number, change));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return (long)answer.Json["id"]!;
    }

    public string StateOf(string number) => Tenant.Orders.Single(o => o.Number == number).State;

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return Host.DisposeAsync();
    }

    internal sealed record Answer(HttpStatusCode Status, JsonNode Json)
    {
        public IEnumerable<string?> Each(string list, string field) => Json[list]!.AsArray().Select(row => row![field]?.ToString());
    }
}
