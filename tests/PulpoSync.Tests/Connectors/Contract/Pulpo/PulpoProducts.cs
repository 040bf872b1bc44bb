using PulpoSync.Torture.Mutations;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Tests.Connectors.Pulpo;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Contract.Pulpo;

/// <summary>Products at a tenant.</summary>
public sealed class PulpoProducts() : DestinationCase<Product>(new PulpoWorld { Rows = 100 })
{
    private const string TakenBarcode = "4006381333931";

    public override string OddText => OddTexts.Short;

    private PulpoWorld Pulpo => (PulpoWorld)World;

    public override Task<Write<Product>> BadAsync() => Task.FromResult(Write("BAD", "plain", TakenBarcode));

    public override int EffectsOf(Write<Product> write) => Pulpo.Tenant.Products.Count(product => product.Sku == write.Ref.Number);

    public override string? TextOf(Write<Product> write) => Pulpo.Tenant.Products.Single(product => product.Sku == write.Ref.Number).Name;

    protected override Task PrepareAsync() => Destination().WriteAsync([Write("HOLDER", "plain", TakenBarcode)], default);

    protected override Task<Write<Product>> MakeAsync(int number, string text) => Task.FromResult(Write(text == OddText ? OddTexts.Number : $"P-{number}", text));

    private static Write<Product> Write(string sku, string title, params string[] barcodes)
    {
        var product = Some.Product() with
        {
            Key = $"gid://shopify/ProductVariant/{sku}", Sku = sku, Title = title, Barcodes = barcodes,
            Entry = new ProductEntry { Sku = sku, Price = 11.9m, Categories = ["kitchen"] },
        };
        return new Write<Product>(WriteOperation.Create, new RecordRef(PulpoFixture.Account, product.Key, "", sku), product);
    }

    public sealed class Contract(PulpoProducts @case) : DestinationContract<PulpoProducts, Product>(@case);
}
