using System.Text.Json;
using PulpoSync.Engine.Connectors.Shopify;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>What counts as a list of nodes: nothing can be noted of a node that does not say which it is.</summary>
public class ShopNodeTests
{
    [Theory]
    [InlineData("""{"nodes":[{"id":"gid://shopify/Order/1"},{"id":"2"}]}""", true, 2)]
    [InlineData("""{"nodes":[null,{},{"id":"2"}]}""", true, 1)]
    [InlineData("""{"nodes":[null,{"id":"2"}]}""", false, null)]
    [InlineData("""{"nodes":[{"id":""}]}""", true, null)]
    [InlineData("""{"nodes":[{"id":{}}]}""", true, null)]
    [InlineData("""{"nodes":[5]}""", true, null)]
    [InlineData("""{"nodes":{}}""", true, null)]
    public void Read_gives_nodes_or_nothing(string json, bool mayLack, int? count)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Equal(count, ShopNode.Read(document.RootElement, [], mayLack)?.Count);
    }
}
