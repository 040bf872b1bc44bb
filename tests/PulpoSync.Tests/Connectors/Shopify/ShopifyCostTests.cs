using System.Text.Json;
using PulpoSync.Engine.Connectors.Shopify;

namespace PulpoSync.Tests.Connectors.Shopify;

/// <summary>What an answer says of its cost: whatever it says, no run may wait for ever.</summary>
public class ShopifyCostTests
{
    [Theory]
    [InlineData("2000", "1954", "100", "46", 0)]
    [InlineData("2000", "10", "100", "210", 2)]
    [InlineData("40000", "-100", "2000", "3900", 2)]
    [InlineData("2000", "1e20", "100", "-5", 0)]
    [InlineData("2000", "-1e20", "100", "1e20", 40)]
    public void Read_tells_how_long_to_wait(string maximum, string available, string rate, string requested, int seconds)
    {
        var cost = Read(maximum, available, rate, requested)!;

        Assert.Equal((TimeSpan.FromSeconds(seconds), true), (cost.Wait, cost.Available <= cost.Shape.Capacity));
    }

    [Theory]
    [InlineData("0", "100")]
    [InlineData("2000", "0")]
    [InlineData("2000", "-1")]
    [InlineData("1e20", "1e20")]
    [InlineData("1000000", "1e-9")]
    [InlineData("2000", "null")]
    public void Read_of_no_bucket_of_Shopifys_gives_none(string maximum, string rate) => Assert.Null(Read(maximum, "5", rate, "5"));

    private static ShopifyCost? Read(string maximum, string available, string rate, string requested) => ShopifyCost.Read(JsonDocument.Parse(
        $$$"""
        {"extensions":{"cost":{"requestedQueryCost":{{{requested}}},
         "throttleStatus":{"maximumAvailable":{{{maximum}}},"currentlyAvailable":{{{available}}},"restoreRate":{{{rate}}} } } } }
        """).RootElement);
}
