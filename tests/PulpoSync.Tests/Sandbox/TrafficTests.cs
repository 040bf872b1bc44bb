using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox;

public sealed class TrafficTests
{
    [Fact]
    public async Task Traffic_counts_by_system_and_operation()
    {
        await using var client = await ShopClient.StartAsync();

        await client.QueryAsync(Documents.OrdersPage, new { first = 1 });
        await client.QueryAsync(Documents.OrdersPage, new { first = 1 });
        await client.QueryAsync("{ shop { id } }");
        await client.Http.PostAsync("admin/oauth/access_token", null);

        var traffic = client.Host.Traffic;
        Assert.Equal((4, 4), (traffic.Total, traffic.BySystem["shopify"]));
        Assert.Equal(2, traffic.CountOf("shopify", "OrdersPage"));
        Assert.Equal(1, traffic.CountOf("shopify", "anonymous"));
        Assert.Equal(1, traffic.CountOf("shopify", "POST /admin/oauth/access_token"));
    }

    [Fact]
    public async Task Traffic_knows_how_many_were_in_work_at_once()
    {
        await using var client = await ShopClient.StartAsync();
        var faults = Enumerable.Range(0, 3).Select(_ => client.Host.Faults.Add(new Fault { Kind = FaultKind.HangBefore })).ToArray();

        var calls = faults.Select(_ => client.SendAsync("{ shop { id } }")).ToArray();
        await Task.WhenAll(faults.Select(f => f.Reached));
        foreach (var fault in faults) fault.Release();
        await Task.WhenAll(calls);
        await client.QueryAsync("{ shop { id } }");

        Assert.Equal(3, client.Host.Traffic.MaxConcurrency);
    }

    [Fact]
    public async Task Recording_has_every_request_with_secrets_masked()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        try
        {
            await using (var client = await ShopClient.StartAsync(sandbox: new SandboxOptions { RecordTo = file }))
            {
                client.Host.Faults.Add(new Fault { Kind = FaultKind.CutAfter, Nth = 2 });
                using var form = new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials", ["client_id"] = "sandbox-client", ["client_secret"] = "shpss_sandbox",
                });
                await client.Http.PostAsync("admin/oauth/access_token", form);
                await Assert.ThrowsAsync<HttpRequestException>(() => client.QueryAsync("{ shop { id } }"));
                await client.QueryAsync(Documents.OrdersPage, new { first = 1 });
            }

            var lines = (await File.ReadAllLinesAsync(file)).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
            Assert.Equal([200, 0, 200], lines.Select(l => l.GetProperty("status").GetInt32()));
            Assert.Equal("2026-10", lines[2].GetProperty("apiVersion").GetString());
            Assert.Contains("\"data\"", lines[2].GetProperty("responseBody").GetString()!, StringComparison.Ordinal);
            Assert.Equal("[\"X-Shopify-Access-Token\"]", lines[2].GetProperty("credentials").GetRawText());
            Assert.DoesNotContain("shpss_", lines[0].ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("shpat_", string.Concat(lines), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Recording_leaves_out_what_a_fault_says_in_the_vendors_place()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        try
        {
            await using (var client = await ShopClient.StartAsync(sandbox: new SandboxOptions { RecordTo = file }))
            {
                client.Host.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 422, Body = "a tester's own text" });
                await client.SendAsync("{ shop { id } }");
            }

            Assert.DoesNotContain("own text", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Recording_of_several_sandboxes_to_one_file_loses_nothing()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");
        try
        {
            await using (var one = await ShopClient.StartAsync(sandbox: new SandboxOptions { RecordTo = file }))
            await using (var two = await ShopClient.StartAsync(sandbox: new SandboxOptions { RecordTo = file }))
            {
                await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? one : two).SendAsync("{ shop { id } }")));
            }

            Assert.Equal(40, (await File.ReadAllLinesAsync(file)).Count(line => JsonDocument.Parse(line).RootElement.GetProperty("system").GetString() == "shopify"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("Basic dXNlcjpzZWNyZXQ=", "developer-key", "Authorization: Basic, X-Billbee-Api-Key")]
    [InlineData("Bearer token", null, "Authorization: Bearer")]
    [InlineData("Basic", " ", "")]
    [InlineData(null, "developer-key", "X-Billbee-Api-Key")]
    public void Credentials_are_told_by_kind_alone(string? authorization, string? key, string expected)
    {
        var headers = new HeaderDictionary { ["Authorization"] = authorization, ["X-Billbee-Api-Key"] = key, ["Idempotency-Key"] = "x" };
        Assert.Equal(expected, string.Join(", ", SentCredentials.Of(headers)));
    }

    [Theory]
    [InlineData("""{"password":"a\"b","x":1}""", """{"password":"***","x":1}""")]
    [InlineData("""{"access_token": "t"}""", """{"access_token": "***"}""")]
    [InlineData("username=u&password=p%20q&x=1", "username=u&password=***&x=1")]
    [InlineData("{}", "{}")]
    public void Mask_hides_the_values_of_secret_fields(string body, string expected) => Assert.Equal(expected, TrafficRecorder.Mask(body));
}
