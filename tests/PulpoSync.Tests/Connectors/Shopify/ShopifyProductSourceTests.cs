using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox.Shopify;
using Product = PulpoSync.Records.Product;

namespace PulpoSync.Tests.Connectors.Shopify;

public class ShopifyProductSourceTests
{
    private const string Internal = """{"message": "Internal error", "path": ["products", "nodes", 0, "variants"], "extensions": {"code": "INTERNAL_SERVER_ERROR"} }""";

    [Fact]
    public async Task ReadAsync_without_cursor_reads_everything_whatever_the_start()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("ProductsPage", ShopJson.Products("", ShopJson.Product(1, "2019-01-01T00:00:00Z", null, ShopJson.Variant(1))));

        var page = Assert.Single(await ReadAsync(fixture, new ReadRequest { StartFrom = fixture.StartedAt }));

        Assert.Equal(System.Text.Json.JsonValueKind.Null, fixture.Shop.VariablesOf("ProductsPage").Single().GetProperty("query").ValueKind);
        Assert.Equal("2019-01-01T00:00:00.0000000Z", page.NextCursor);
        Assert.Single(page.Records);
    }

    [Fact]
    public async Task ReadAsync_from_a_cursor_asks_for_what_changed_since_less_the_overlap()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("ProductsPage", ShopJson.Products(""));

        await ReadAsync(fixture, new ReadRequest { Cursor = ShopJson.Noon });

        Assert.Equal("updated_at:>='2026-11-23T11:50:00Z'", fixture.Shop.VariablesOf("ProductsPage").Single().GetProperty("query").GetString());
    }

    [Fact]
    public async Task ReadAsync_reads_further_variants_to_their_end()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("ProductsPage", ShopJson.Products("", ShopJson.Product(1, ShopJson.Noon, "a", ShopJson.Variant(1))));
        fixture.Shop.On("ProductVariants", ShopJson.MoreVariants(ShopJson.Noon, "b", ShopJson.Variant(2)), ShopJson.MoreVariants(ShopJson.Noon, null, ShopJson.Variant(3)));

        var page = Assert.Single(await ReadAsync(fixture));

        Assert.Equal(["MUG-1", "MUG-2", "MUG-3"], page.Records.Select(product => product.Sku));
        Assert.Equal(["a", "b"], fixture.Shop.VariablesOf("ProductVariants").Select(variables => variables.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task ReadAsync_drops_a_product_that_changes_while_it_is_read_because_it_comes_again()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("ProductsPage", ShopJson.Products("", ShopJson.Product(1, ShopJson.Noon, "a", ShopJson.Variant(1)), ShopJson.Product(2, ShopJson.Noon, null, ShopJson.Variant(7))));
        fixture.Shop.On("ProductVariants", ShopJson.MoreVariants("2026-11-23T12:00:05Z", null, ShopJson.Variant(2)));

        var page = Assert.Single(await ReadAsync(fixture));

        Assert.Equal("MUG-7", Assert.Single(page.Records).Sku);
    }

    [Fact]
    public async Task ReadAsync_reads_the_variants_of_a_broken_product_one_by_one_and_parks_only_what_fails()
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("ProductsPage", ShopJson.Products(Internal, ShopJson.Product(1, ShopJson.Noon, null, ShopJson.Variant(1), ShopJson.Variant(2))));
        fixture.Shop.On("VariantKeys", ShopJson.MoreVariants(ShopJson.Noon, null, ShopJson.Variant(1), ShopJson.Variant(2)));
        var (one, two) = (ShopJson.Variant(1), ShopJson.Variant(2));
        one["product"] = ShopJson.Product(1);
        two["product"] = ShopJson.Product(1);
        var error = Internal.Replace("\"products\", \"nodes\", 0", "\"nodes\", 1", StringComparison.Ordinal);
        fixture.Shop.On("VariantsByIds", $$$"""{"data": {"nodes": [{{{one.ToJsonString()}}}, {{{two.ToJsonString()}}}]}, "errors": [{{{error}}}]}""");

        var page = Assert.Single(await ReadAsync(fixture));

        Assert.Equal("MUG-1", Assert.Single(page.Records).Sku);
        var unreadable = Assert.Single(page.Unreadable);
        Assert.Equal(("gid://shopify/ProductVariant/2", "ProductUnreadable"), (unreadable.Key, unreadable.Failure.Code));
    }

    [Fact]
    public async Task ReadAsync_names_those_that_share_a_sku_and_asks_for_no_others()
    {
        var fixture = new ShopFixture();
        var (one, two) = (ShopJson.Variant(1, sameSku: 1), ShopJson.Variant(2));
        fixture.Shop.On("ProductsPage", ShopJson.Products("", ShopJson.Product(1, ShopJson.Noon, null, one, two)));
        fixture.Shop.On("VariantsBySku", """
            {"data": {"productVariants": {"pageInfo": {"hasNextPage": false}, "nodes": [
              {"id": "gid://shopify/ProductVariant/1", "sku": "MUG-1", "title": "blue", "product": {"title": "Mug"}},
              {"id": "gid://shopify/ProductVariant/8", "sku": "MUG-1", "title": "Default Title", "product": {"title": "Cup"}},
              {"id": "gid://shopify/ProductVariant/9", "sku": "MUG-1-X", "title": "red", "product": {"title": "Jug"}}]}}}
            """);

        var page = Assert.Single(await ReadAsync(fixture));

        Assert.Equal("sku:'MUG-1'", fixture.Shop.VariablesOf("VariantsBySku").Single().GetProperty("query").GetString());
        Assert.Equal(["Cup"], page.Records[0].SameSkuTitles);
        Assert.Empty(page.Records[1].SameSkuTitles);
    }

    [Theory]
    [InlineData("""{"data": {"productVariants": null}, "errors": [{"message": "Access denied", "path": ["productVariants"], "extensions": {"code": "ACCESS_DENIED"}}]}""", "AccessDenied")]
    [InlineData("""{"data": [{"productVariants": []}]}""", "NoData")]
    [InlineData("""{"data": "none"}""", "NoData")]
    public async Task ReadAsync_that_cannot_look_for_a_shared_sku_says_so_and_takes_it_for_nobodys(string answer, string code)
    {
        var fixture = new ShopFixture();
        fixture.Shop.On("ProductsPage", ShopJson.Products("", ShopJson.Product(1, ShopJson.Noon, null, ShopJson.Variant(1, sameSku: 1))));
        fixture.Shop.On("VariantsBySku", answer);

        Assert.Equal(code, (await fixture.FailsAsync(ReadAsync(fixture))).Code);
    }

    [Fact]
    public async Task ReadAsync_gives_every_variant_of_a_whole_shop_and_finds_single_ones()
    {
        await using var fixture = await SandboxShopFixture.StartAsync();
        var big = fixture.Shop.AddProduct(new ProductDraft
        {
            Title = "Shirt", Sku = "S-0", VariantTitle = "0",
            OtherVariants = [.. Enumerable.Range(1, 380).Select(i => new VariantDraft { Sku = $"S-{i}", VariantTitle = $"{i}" })],
        });
        foreach (var i in Enumerable.Range(1, 70)) fixture.Shop.AddProduct(new ProductDraft { Title = $"Thing {i}", Sku = i % 10 == 0 ? "it's \"odd\"" : $"T:{i}" });
        var source = fixture.Connect().Source<Product>()!;
        var products = new List<Product>();
        await foreach (var page in source.ReadAsync(new ReadRequest(), default)) products.AddRange(page.Records);

        Assert.Equal(fixture.Shop.Variants.Select(variant => variant.Gid).Order(), products.Select(product => product.Key).Order());
        Assert.Equal(7, products.Count(product => product is { SameSku: 6, SameSkuTitles.Count: 6 }));
        Assert.Equal([big.Gid], await source.FindKeysAsync(" S-0 ", default));
        Assert.Equal(381, (await source.FindKeysAsync(big.Product.Gid, default)).Count);
        Assert.Equal([big.Gid], await source.FindKeysAsync(big.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), default));
        Assert.Empty(await source.FindKeysAsync("S-999", default));
        Assert.Equal("Shirt - 0", Assert.Single((await source.ReadManyAsync([big.Gid, "gid://shopify/ProductVariant/1"], default)).Records).Title);
    }

    private static Task<List<Page<Product>>> ReadAsync(ShopFixture fixture, ReadRequest? request = null)
    {
        return fixture.RunAsync(AllAsync());

        async Task<List<Page<Product>>> AllAsync()
        {
            var pages = new List<Page<Product>>();
            await foreach (var page in fixture.Connect().Source<Product>()!.ReadAsync(request ?? new ReadRequest(), default)) pages.Add(page);
            return pages;
        }
    }
}
