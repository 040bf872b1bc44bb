using PulpoSync.Engine.Storage;

namespace PulpoSync.Tests.Storage;

public sealed class BareNumberTests
{
    [Theory]
    [InlineData("1001", "1001")]
    [InlineData("1001_2", "1001")]
    [InlineData("#1001-A", "1001")]
    [InlineData("SHOP2-1001_12", "1001")]
    [InlineData("2024-1001", "2024")]
    [InlineData("sku-a", "SKU-A")]
    [InlineData(" 1001 ", "1001")]
    [InlineData("1001_2 (RE-000123)", "1001")]
    [InlineData("SHOP-1001 (RE-000123)", "1001")]
    [InlineData("(1001)", "1001")]
    [InlineData("", "")]
    public void Of_strips_split_prefix_and_suffix(string number, string bare) => Assert.Equal(bare, BareNumber.Of(number));

    [Theory]
    [InlineData("gid://shopify/Order/5123", "5123")]
    [InlineData("5123", "5123")]
    [InlineData("", "")]
    public void OfKey_is_the_last_segment(string key, string bare) => Assert.Equal(bare, BareNumber.OfKey(key));
}
