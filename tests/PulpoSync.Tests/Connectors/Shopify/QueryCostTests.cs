using PulpoSync.Engine.Connectors.Shopify;

namespace PulpoSync.Tests.Connectors.Shopify;

public class QueryCostTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(7, 3)]
    [InlineData(10, 4)]
    [InlineData(33, 6)]
    [InlineData(50, 7)]
    [InlineData(250, 11)]
    public void Step_grows_with_the_logarithm(int first, int step) => Assert.Equal(step, QueryCost.Step(first));

    [Fact]
    public void At_the_largest_page_the_orders_document_stays_below_what_one_may_cost()
    {
        var cost = ShopifyDocument.OrdersPage.Cost;

        Assert.Equal(807, cost.At(50));
        Assert.InRange(cost.At(ShopifySpec.DefaultPageSize), 1, QueryCost.Most);
    }

    [Fact]
    public void Load_brings_each_fragment_once_and_no_comments()
    {
        var text = ShopifyDocument.OrdersPage.Text;

        Assert.DoesNotContain("#", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("fragment OrderFields").Length);
        Assert.Equal(2, text.Split("fragment FulfillmentOrderLineFields").Length);
    }
}
