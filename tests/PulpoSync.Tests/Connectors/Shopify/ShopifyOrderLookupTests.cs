using System.Globalization;
using static PulpoSync.Tests.Connectors.Shopify.ScriptedShop;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>Single orders by key, number and name.</summary>
public class ShopifyOrderLookupTests
{
    [Fact]
    public async Task ReadManyAsync_leaves_out_what_is_gone_and_what_is_no_order()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersByIds", ShopJson.ByIds(ShopJson.Order(1), null));

        var page = await fixture.RunAsync(fixture.Orders().ReadManyAsync([ShopJson.Id(1), ShopJson.Id(2), "else"], default));

        Assert.Equal("1", Assert.Single(page.Records).Number);
        Assert.Equal(2, fixture.Shop.VariablesOf("OrdersByIds").Single().GetProperty("ids").GetArrayLength());
    }

    [Fact]
    public async Task ReadManyAsync_asks_in_chunks_that_shrink_where_ids_are_dear()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrdersByIds", variables => variables.GetProperty("ids").GetArrayLength() > 8
            ? Json(ShopJson.Refused("MAX_COST_EXCEEDED"))
            : Json(ShopJson.ByIds([.. variables.GetProperty("ids").EnumerateArray().Select(id => ShopJson.Order(Number(id.GetString()![20..])))])));

        var page = await fixture.RunAsync(fixture.Orders().ReadManyAsync([.. Enumerable.Range(1, 30).Select(ShopJson.Id)], default));

        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"{number}"), page.Records.Select(order => order.Number));
        Assert.Equal([25, 12, 6, 6, 6, 6, 6], fixture.Shop.VariablesOf("OrdersByIds").Select(variables => variables.GetProperty("ids").GetArrayLength()));
    }

    [Theory]
    // What a person types, and the orders that the searches find: name, number.
    [InlineData("#1001-A", "#1001-A:1001 #1001-AB:1001", "1")]
    [InlineData("1001", "#1001-A:1001 #11001-A:11001", "1")]
    [InlineData("#1001-a", "#1001-A:1001", "1")]
    [InlineData("9", "#1001-A:1001", "")]
    public async Task FindKeysAsync_compares_exactly_what_the_search_found(string typed, string found, string keys)
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrderKeysByName", Names(found)).On("OrdersByIds", ShopJson.ByIds([null]));

        var result = await fixture.RunAsync(fixture.Orders().FindKeysAsync(typed, default));

        Assert.Equal(keys.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => ShopJson.Id(Number(number))), result);
    }

    [Fact]
    public async Task FindKeysAsync_searches_a_bare_number_with_the_shops_affixes_too()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrderKeysByName", Names(""), Names("#1001-A:1001"));

        var keys = await fixture.RunAsync(fixture.Orders().FindKeysAsync(" 1001 ", default));

        Assert.Single(keys);
        Assert.Equal(["name:'1001'", "name:'#1001-A'"], fixture.Shop.VariablesOf("OrderKeysByName").Select(variables => variables.GetProperty("query").GetString()));
    }

    [Fact]
    public async Task FindKeysAsync_takes_ids_old_and_new()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("OrderKeysByName", Names("")).On("OrdersByIds", ShopJson.ByIds(ShopJson.Order(512)));

        Assert.Equal([ShopJson.Id(7)], await fixture.RunAsync(fixture.Orders().FindKeysAsync(ShopJson.Id(7), default)));
        Assert.Empty(fixture.Shop.Asked);
        Assert.Equal([ShopJson.Id(512)], await fixture.RunAsync(fixture.Orders().FindKeysAsync("512", default)));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Names(string found)
    {
        var nodes = found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((text, index) =>
            $$$"""{"id": "{{{ShopJson.Id(index + 1)}}}", "name": "{{{text.Split(':')[0]}}}", "number": {{{text.Split(':')[1]}}} }""");
        return $$$"""{"data": {"shop": {"orderNumberFormatPrefix": "#", "orderNumberFormatSuffix": "-A"}, "orders": {"nodes": [{{{string.Join(", ", nodes)}}}]} } }""";
    }
}
