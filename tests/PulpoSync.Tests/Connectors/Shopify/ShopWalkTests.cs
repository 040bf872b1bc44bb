using System.Globalization;
using System.Text.Json;
using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Shopify;

public class ShopWalkTests
{
    [Fact]
    public void Take_through_a_large_shop_drops_what_comes_twice_soon_and_remembers_no_more_than_that()
    {
        var walk = new ShopWalk("acme", "orders", new ReadRequest(), startFrom: null);
        var nodes = Enumerable.Range(0, 10_100).Select(Node).ToList();

        Assert.Equal(nodes, walk.Take(nodes));

        Assert.Empty(walk.Take(nodes[^50..]));
        Assert.Empty(walk.Take(nodes[100..150]));
        Assert.Equal(nodes[..50], walk.Take(nodes[..50]));
    }

    private static ShopNode Node(int number) => new(
        JsonDocument.Parse(string.Create(
            CultureInfo.InvariantCulture, $$"""{"id": "gid://shopify/Order/{{number}}", "updatedAt": "{{Some.Morning.AddSeconds(number):yyyy-MM-ddTHH:mm:ssZ}}"}""")).RootElement,
        [], false);
}
