using PulpoSync.Engine.Connectors.Shopify;
using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;
using PulpoSync.Tests.Connectors.Shopify;
using Address = PulpoSync.Sandbox.Shopify.Address;
using Order = PulpoSync.Sandbox.Shopify.Order;

namespace PulpoSync.Tests.Connectors.Contract.Shopify;

/// <summary>A shop with its limits in force.</summary>
public sealed class ShopifyWorld : SystemWorld
{
    private SandboxShopFixture _fixture = null!;

    public override ISystem System { get; } = new ShopifySystem();

    public override string Prefix => "shopify";

    public override string Account => "shopify:acme.myshopify.com";

    public override IReadOnlyList<IReadOnlyDictionary<string, string>> Credentials =>
    [
        new Dictionary<string, string> { ["Address"] = Address, ["AccessToken"] = "shpat_sandbox_acme" },
        new Dictionary<string, string> { ["Address"] = Address, ["ClientId"] = "sandbox-client", ["ClientSecret"] = "shpss_sandbox" },
    ];

    public override IReadOnlyList<string?> ForeignAddresses => [null, "", " ", "https://shop.example.com", "http://acme.myshopify.com", "acme.myshopify.com.example.com"];

    // data, list, nodes, node.
    public override int EnvelopeDepth => 4;

    // data, nodes, node.
    public override int SingleDepth => 3;

    // A null in the list of nodes.
    public override string LooksGone => "null for objects and lists at depth 3";

    /// <summary>Articles that the shop sells from the start.</summary>
    public IReadOnlyList<string> Goods { get; init; } = ["MUG", "BOWL"];

    internal override SandboxHost Host => _fixture.Host;

    internal ShopifyShop Shop => _fixture.Shop;

    private string Address => $"{Host.Address}shopify/acme";

    public override async Task InitializeAsync()
    {
        _fixture = await SandboxShopFixture.StartAsync(options => options with { Throttling = true }, Clock);
        foreach (var sku in Goods)
        {
            Shop.AddProduct(new ProductDraft { Title = sku, Sku = sku, Price = 10, Stock = new Dictionary<string, int> { ["Berlin"] = 500 } });
        }
    }

    public override async Task DisposeAsync() => await _fixture.DisposeAsync();

    /// <summary>An order for three mugs and a bowl, of somebody whom no message may name.</summary>
    internal Order Ordered(string? note = null) => Shop.CreateOrder(new OrderDraft
    {
        Lines = [new OrderLineDraft { Sku = "MUG", Quantity = 3 }, new OrderLineDraft { Sku = "BOWL" }],
        Customer = new CustomerDraft(Canaries.FirstName, Canaries.LastName, Canaries.Email, Canaries.Phone),
        ShippingAddress = new Address
        {
            FirstName = Canaries.FirstName, LastName = Canaries.LastName, Address1 = Canaries.Street, Zip = "10115", City = "Berlin", Phone = Canaries.Phone,
        },
        Note = note ?? Canaries.Note,
    });
}
