using PulpoSync.Engine.Connectors.Shopify;

namespace PulpoSync.Tests.Connectors.Shopify;

public class ShopifyAddressTests
{
    private static readonly ShopifySystem System = new();

    [Theory]
    [InlineData("acme")]
    [InlineData(" Acme ")]
    [InlineData("acme.myshopify.com")]
    [InlineData("ACME.MyShopify.com")]
    [InlineData("https://acme.myshopify.com")]
    [InlineData("https://acme.myshopify.com/")]
    [InlineData("https://acme.myshopify.com/admin/orders?x=1")]
    [InlineData("https://admin.shopify.com/store/acme")]
    [InlineData("admin.shopify.com/store/acme/orders")]
    public void NormalizeAddress_reads_every_usual_spelling(string typed) => Assert.Equal("acme.myshopify.com", System.NormalizeAddress(typed, sandbox: false));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("www.acme.de")]
    [InlineData("https://acme.de/")]
    [InlineData("http://acme.myshopify.com")]
    [InlineData("acme.myshopify.com.evil.example")]
    [InlineData("evil.example/acme.myshopify.com")]
    [InlineData("acme@evil")]
    [InlineData("acme:8080")]
    [InlineData("a.b.myshopify.com")]
    [InlineData("https://user:password@evil.example/.myshopify.com")]
    [InlineData("https://evil.example#.myshopify.com")]
    [InlineData("http://127.0.0.1:5080/shopify/acme")]
    [InlineData("-acme")]
    [InlineData("a-name-that-is-longer-than-a-part-of-a-hosts-name-may-be-by-all-rules")]
    [InlineData("admin.shopify.com/store/")]
    public void NormalizeAddress_refuses_what_is_no_shop(string? typed) =>
        Assert.Equal(ErrorIds.CredentialInvalid, Assert.Throws<PulpoSyncException>(() => System.NormalizeAddress(typed, sandbox: false)).ErrorId);

    [Theory]
    [InlineData("http://127.0.0.1:5080/shopify/acme", "http://127.0.0.1:5080/shopify/acme")]
    [InlineData("http://localhost:5080/shopify/acme/", "http://localhost:5080/shopify/acme")]
    public void NormalizeAddress_takes_the_sandboxs_own_address_for_a_sandbox(string typed, string tidy) =>
        Assert.Equal(tidy, System.NormalizeAddress(typed, sandbox: true));

    [Theory]
    [InlineData("acme")]
    [InlineData("https://acme.myshopify.com")]
    [InlineData("http://10.0.0.1/shopify/acme")]
    [InlineData("http://me@127.0.0.1/shopify/acme")]
    public void NormalizeAddress_refuses_the_world_for_a_sandbox(string typed) =>
        Assert.Equal(ErrorIds.CredentialInvalid, Assert.Throws<PulpoSyncException>(() => System.NormalizeAddress(typed, sandbox: true)).ErrorId);
}
