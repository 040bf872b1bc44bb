using System.Text.Json;
using System.Text.Json.Nodes;
using PulpoSync.Engine.Connectors.Shopify.Catalog;
using PulpoSync.Records;

namespace PulpoSync.Tests.Connectors.Shopify;

public class ProductReaderTests
{
    [Fact]
    public void Read_takes_everything_that_a_warehouse_may_want()
    {
        var product = Read()!;

        Assert.Equal(("gid://shopify/ProductVariant/1", "gid://shopify/Product/9"), (product.Key, product.ProductKey));
        Assert.Equal(("MUG-1", "Mug - blue", "A mug", 11.9m, 4.2m), (product.Sku, product.Title, product.Description, product.Price, product.Cost));
        Assert.Equal(("4006381333931", "ACTIVE", "691110", "DE"), (Assert.Single(product.Barcodes), product.Status, product.HsCode, product.OriginCountry));
        Assert.Equal(["kitchen"], product.Tags);
        // The latest of the three times: what customs and weight say moves neither product nor variant.
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 12, 30, 0, TimeSpan.Zero), product.UpdatedAt);
        Assert.Equal((true, false, 0), (product.RequiresShipping, product.IsGiftCard, product.SameSku));
        Assert.Null(product.Length);
    }

    [Theory]
    [InlineData("GRAMS", 350, 0.35)]
    [InlineData("KILOGRAMS", 1.25, 1.25)]
    [InlineData("OUNCES", 10, 0.283495)]
    [InlineData("POUNDS", 2, 0.907185)]
    [InlineData("STONES", 2, null)]
    [InlineData("KILOGRAMS", 0, null)]
    public void Read_weight_is_in_kilograms(string unit, double value, double? kilograms)
    {
        var product = Read(variant => variant["inventoryItem"]!["measurement"] = new JsonObject { ["weight"] = new JsonObject { ["unit"] = unit, ["value"] = value } });

        Assert.Equal((decimal?)kilograms, product!.Weight);
    }

    [Fact]
    public void Read_the_one_variant_of_a_product_has_no_title_of_its_own() =>
        Assert.Equal("Mug", Read(variant => variant["title"] = "Default Title")!.Title);

    [Fact]
    public void Read_what_is_missing_stays_empty_and_counts_as_goods()
    {
        var product = Read(variant =>
        {
            variant["inventoryItem"] = null;
            variant["barcode"] = " ";
            variant["sku"] = null;
            variant["price"] = null;
        })!;

        Assert.Empty(product.Barcodes);
        Assert.Equal((null, null, null, null, true), (product.Sku, product.Price, product.Cost, product.Weight, product.RequiresShipping));
    }

    [Fact]
    public void Read_a_variant_without_id_is_none() => Assert.Null(Read(variant => variant["id"] = null));

    private static Product? Read(Action<JsonObject>? change = null)
    {
        var variant = ShopJson.Variant(1);
        change?.Invoke(variant);
        return ProductReader.Read(Element(ShopJson.Product(9)), Element(variant));
    }

    private static JsonElement Element(JsonObject node) => JsonDocument.Parse(node.ToJsonString()).RootElement;
}
