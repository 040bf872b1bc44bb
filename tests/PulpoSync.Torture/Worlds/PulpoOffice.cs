using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PulpoSync.Torture.Worlds;

/// <summary>People in PULPO's office: what they do beside us, through PULPO's own API.</summary>
internal sealed class PulpoOffice : IDisposable
{
    private readonly HttpClient _http;

    private PulpoOffice(HttpClient http) => _http = http;

    public static async Task<PulpoOffice> OpenAsync(Rehearsal rehearsal)
    {
        var http = new HttpClient { BaseAddress = new Uri($"{rehearsal.Sandbox.Address}pulpo/{rehearsal.Tenant.Options.Name}/api/v1/") };
        using var login = await http.PostAsJsonAsync(
            "auth", new { grant_type = "password", username = rehearsal.Tenant.Username, password = rehearsal.Tenant.Options.Password, scope = "default" });
        var token = (await login.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!.GetValue<string>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new PulpoOffice(http);
    }

    public async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var reply = await _http.SendAsync(request);
        var text = await reply.Content.ReadAsStringAsync();
        Assert.True(reply.IsSuccessStatusCode, $"{method} {path}: {(int)reply.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>A customer as the office enters it.</summary>
    public Task AddCustomerAsync(string number, int tenant, bool withAddress = true) => SendAsync(HttpMethod.Post, "iam/third_parties", new JsonObject
    {
        ["tenant_id"] = tenant, ["name"] = "Counter", ["identifier_type"] = "ID", ["identifier_number"] = number, ["third_type"] = "C",
        ["attributes"] = withAddress
            ? JsonNode.Parse("""{"addresses": [{"name": "Counter", "address": {"street": "Markt 1", "zip": "10115", "city": "Berlin", "country_alpha2": "DE"}}]}""")
            : null,
    });

    public void Dispose() => _http.Dispose();
}
