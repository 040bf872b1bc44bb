using PulpoSync.Sandbox;
using PulpoSync.Tests.Sandbox.Shopify;

namespace PulpoSync.Tests.Sandbox;

public sealed class SandboxHostTests
{
    [Fact]
    public async Task Start_listens_on_a_free_loopback_port()
    {
        await using var one = await SandboxHost.StartAsync();
        await using var other = await SandboxHost.StartAsync();

        Assert.Equal("127.0.0.1", one.Address.Host);
        Assert.NotEqual(one.Address.Port, other.Address.Port);
    }

    [Fact]
    public async Task AddShop_refuses_a_name_that_is_taken()
    {
        await using var client = await ShopClient.StartAsync();

        Assert.Throws<ArgumentException>(() => client.Host.AddShop(new ShopOptions { Name = "demo" }));
        Assert.Same(client.Shop, client.Host.Shops["demo"]);
    }

    [Fact]
    public async Task Dispose_cuts_requests_that_are_held()
    {
        var client = await ShopClient.StartAsync();
        var fault = client.Host.Faults.Add(new Fault { Kind = FaultKind.Timeout });
        var call = client.SendAsync("{ shop { id } }");
        await fault.Reached;

        await client.Host.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
    }

    [Fact]
    public async Task Defect_of_the_sandbox_does_not_pass_for_an_error_of_the_vendor()
    {
        await using var client = await ShopClient.StartAsync();

        using var response = await client.SendAsync("{ orders(first: 1, query: \"gateway:x\") { nodes { id } } }");

        Assert.True(response.Headers.Contains("X-Sandbox-Defect"));
    }
}
