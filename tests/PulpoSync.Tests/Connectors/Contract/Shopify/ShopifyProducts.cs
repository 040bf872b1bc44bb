using PulpoSync.Torture.Mutations;
using PulpoSync.Records;
using PulpoSync.Sandbox.Shopify;
using Product = PulpoSync.Records.Product;

namespace PulpoSync.Tests.Connectors.Contract.Shopify;

/// <summary>Products of a shop.</summary>
public sealed class ShopifyProducts() : SourceCase<Product>(new ShopifyWorld { Goods = [] })
{
    private readonly Dictionary<string, ProductVariant> _variants = [];

    public override string ListOperation => "ProductsPage";

    public override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["PageSize"] = "3" };

    public override string UnknownKey => "gid://shopify/ProductVariant/999999999";

    public override string OddText => OddTexts.Short;

    public override string KeyOf(Product record) => record.Key;

    public override IEnumerable<string?> TextsOf(Product record) => [record.Title, record.Sku];

    public override Task ChangeAsync(string key)
    {
        ((ShopifyWorld)World).Shop.SetPrice(_variants[key], _variants[key].Price + 1);
        return Task.CompletedTask;
    }

    protected override Task<(string Key, string Name)> MakeAsync(int number, string text)
    {
        var variant = ((ShopifyWorld)World).Shop.AddProduct(new ProductDraft { Title = text, Sku = number == 1 ? OddTexts.Number : $"ART-{number}" });
        var key = Gids.Of("ProductVariant", variant.Id);
        _variants[key] = variant;
        return Task.FromResult((key, variant.Sku!));
    }

    public sealed class Contract(ShopifyProducts @case) : SourceContract<ShopifyProducts, Product>(@case);
}
