using PulpoSync.Engine.Rules;
using PulpoSync.Records;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Rules;

public class ProductRulesTests
{
    [Theory]
    [InlineData("as it should be", null, null)]
    [InlineData("archived", ReasonCodes.ProductStatus, null)]
    [InlineData("without state", ReasonCodes.ProductStatus, null)]
    [InlineData("a download", ReasonCodes.NotPhysical, null)]
    [InlineData("a printed gift card", null, null)]
    [InlineData("no SKU", ReasonCodes.EmptySku, ReasonCodes.EmptySku)]
    [InlineData("a blank SKU", ReasonCodes.EmptySku, ReasonCodes.EmptySku)]
    [InlineData("a shared SKU", ReasonCodes.DuplicateSku, ReasonCodes.DuplicateSku)]
    public void Apply_a_product_stops_where_the_first_rule_says_so(string story, string? reason, string? onceImported)
    {
        var product = Told(story);
        var settings = new ProductSettings { Status = new HashSet<string> { "ACTIVE" }, PhysicalOnly = true };

        var stop = ProductRules.Apply(product, settings, isImported: false, []);

        Assert.Equal(reason, stop?.Reason);
        Assert.Equal(onceImported, ProductRules.Apply(product, settings, isImported: true, [])?.Reason);
        if (stop is not null) Assert.EndsWith(".", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_a_shared_sku_names_the_others()
    {
        var product = Some.Product() with { SameSku = 2, SameSkuTitles = ["Cup", "Jug"] };

        var stop = ProductRules.Apply(product, new ProductSettings { Status = new HashSet<string>() }, isImported: false, []);

        Assert.Contains("MUG-1 of \"Mug\" is also that of 2 other variant(s): \"Cup\", \"Jug\"", stop!.Message, StringComparison.Ordinal);
    }

    private static Product Told(string story) => story switch
    {
        "archived" => Some.Product() with { Status = "ARCHIVED" },
        "without state" => Some.Product() with { Status = null },
        "a download" => Some.Product() with { RequiresShipping = false },
        "a printed gift card" => Some.Product() with { IsGiftCard = true },
        "no SKU" => Some.Product() with { Sku = null },
        "a blank SKU" => Some.Product() with { Sku = "  " },
        "a shared SKU" => Some.Product() with { SameSku = 1 },
        _ => Some.Product(),
    };
}
