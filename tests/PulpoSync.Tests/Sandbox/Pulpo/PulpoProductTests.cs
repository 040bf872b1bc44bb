using System.Net;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Sandbox.Pulpo;

public class PulpoProductTests
{
    [Fact]
    public async Task Product_is_found_by_sku_with_regard_to_case()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        Assert.Equal(["MUG"], (await pulpo.GetAsync("inventory/products?sku=MUG")).Each("products", "sku"));
        Assert.Empty((await pulpo.GetAsync("inventory/products?sku=mug")).Each("products", "sku"));
    }

    [Fact]
    public async Task Product_takes_units_barcodes_and_categories()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Tenant.Seed(new PulpoSeed { ProductCategories = ["fragile"] });

        var created = await pulpo.PostAsync("inventory/products", new
        {
            sku = "VASE", name = "Vase", barcodes = new[] { "4006381333931" }, weight = "0.5", management_type = "lot", product_categories = new[] { new { code = "fragile" } },
        });

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(0.5m, (decimal)created.Json["weight"]!);
        Assert.Equal(["fragile"], created.Each("product_categories", "name"));
        Assert.Equal(["VASE"], (await pulpo.GetAsync("inventory/products?barcode=4006381333931")).Each("products", "sku"));
        Assert.Equal(["true"], (await pulpo.GetAsync($"inventory/products/{created.Json["id"]}/skus")).Each("product_skus", "is_default"));
    }

    [Theory]
    [InlineData("MUG", "111", "sku")]
    [InlineData("NEW", "999", "barcode")]
    public async Task Sku_and_barcode_belong_to_one_product(string sku, string barcode, string field)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.PostAsync("inventory/products", new { sku = "OLD", name = "Old", barcodes = new[] { "999" } });

        var answer = await pulpo.PostAsync("inventory/products", new { sku, name = "New", barcodes = new[] { barcode } });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("has already been taken", (string?)answer.Json["errors"]![field]![0]);
    }

    [Fact]
    public async Task Deleted_products_are_listed_on_demand_only()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        await pulpo.SendAsync(HttpMethod.Delete, $"inventory/products/{pulpo.Tenant.AddProduct("MUG")}", null);

        Assert.Equal(["CUP"], (await pulpo.GetAsync("inventory/products")).Each("products", "sku"));
        Assert.Equal(["MUG", "CUP"], (await pulpo.GetAsync("inventory/products?show_deleted=true")).Each("products", "sku"));
    }

    [Fact]
    public async Task Bulk_create_lists_errors_without_saying_whose_they_are()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var answer = await pulpo.PostAsync("inventory/bulk/products", new[] { new { sku = "MUG", name = "Mug" }, new { sku = "HAT", name = "Hat" } });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["HAT"], answer.Each("created", "sku"));
        Assert.NotNull(Assert.Single(answer.Json["errors"]!.AsArray())!["errors"]!["sku"]);
    }

    [Fact]
    public async Task Bulk_update_finds_products_by_id_or_sku()
    {
        await using var pulpo = await PulpoClient.StartAsync();
        var mug = pulpo.Tenant.AddProduct("MUG");
        object[] changes = [new { id = mug, sku = "MUG-2", name = "Mug blue" }, new { sku = "CUP", name = "Cup red" }];

        var answer = await pulpo.PutAsync("inventory/bulk/products", changes);

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal(["Mug blue", "Cup red"], (await pulpo.GetAsync("inventory/products")).Each("products", "name"));
        Assert.Equal(["MUG-2"], (await pulpo.GetAsync($"inventory/products/{mug}/skus")).Each("product_skus", "sku"));
        Assert.Empty((await pulpo.GetAsync("inventory/products?sku=MUG")).Each("products", "sku"));
    }
}
