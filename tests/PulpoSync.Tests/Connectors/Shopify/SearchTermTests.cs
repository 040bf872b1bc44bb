using PulpoSync.Engine.Connectors.Shopify;

namespace PulpoSync.Tests.Connectors.Shopify;

public class SearchTermTests
{
    [Fact]
    public void UpdatedSince_quotes_the_second_in_utc() => Assert.Equal(
        "updated_at:>='2026-11-23T11:00:00Z'", SearchTerm.UpdatedSince(new DateTimeOffset(2026, 11, 23, 12, 0, 0, 900, TimeSpan.FromHours(1))));

    [Theory]
    [InlineData("#1001-A", "name:'#1001-A'")]
    [InlineData("O'Neill", @"name:'O\'Neill'")]
    [InlineData(@"a\' OR status:open", @"name:'a\\\' OR status:open'")]
    public void Name_keeps_whatever_is_typed_inside_its_quotes(string typed, string term) => Assert.Equal(term, SearchTerm.Name(typed));

    [Theory]
    [InlineData("gid://shopify/Order/1", true)]
    [InlineData("gid://shopify/Order/", false)]
    [InlineData("gid://shopify/Order/1x", false)]
    [InlineData("gid://shopify/Customer/1", false)]
    [InlineData("1001", false)]
    public void IsOrder_knows_an_orders_id(string text, bool expected) => Assert.Equal(expected, Gid.IsOrder(text));
}
