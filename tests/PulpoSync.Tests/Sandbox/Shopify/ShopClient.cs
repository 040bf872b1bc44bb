using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Shopify;

/// <summary>A shop in a sandbox of its own, on a clock that stands still, and a plain client of its API.</summary>
internal sealed class ShopClient : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    private readonly HttpClient _http;

    private ShopClient(SandboxHost host, FakeTimeProvider time, ShopifyShop shop)
    {
        Host = host;
        Time = time;
        Shop = shop;
        Token = $"shpat_sandbox_{shop.Options.Name}";
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(host.Address, $"shopify/{shop.Options.Name}/") };
    }

    public SandboxHost Host { get; }

    public FakeTimeProvider Time { get; }

    public ShopifyShop Shop { get; }

    public string Token { get; set; }

    public HttpClient Http => _http;

    public static async Task<ShopClient> StartAsync(ShopOptions? options = null, SandboxOptions? sandbox = null)
    {
        var time = new FakeTimeProvider(Start);
        var host = await SandboxHost.StartAsync((sandbox ?? new SandboxOptions()) with { Time = time });
        return new ShopClient(host, time, host.AddShop(options ?? new ShopOptions { Name = "demo", Throttling = false }));
    }

    /// <summary>Sends a GraphQL request and gives the raw answer.</summary>
    public async Task<HttpResponseMessage> SendAsync(string query, object? variables = null, string version = "2026-10", CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"admin/api/{version}/graphql.json") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("X-Shopify-Access-Token", Token);
        return await _http.SendAsync(request, ct);
    }

    /// <summary>Sends a GraphQL request that is answered 200 and gives the body.</summary>
    public async Task<JsonNode> QueryAsync(string query, object? variables = null)
    {
        using var response = await SendAsync(query, variables);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == 200, body);
        return JsonNode.Parse(body)!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
    }
}
