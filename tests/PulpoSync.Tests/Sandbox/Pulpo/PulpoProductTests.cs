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

    [Fact]
    public async Task Bulk_errors_are_named_by_sku_where_the_tenant_says_so()
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { ProductBulkErrors = BulkErrorShape.BySku });
        object[] changes = [new { sku = "CUP", minimum_purchase_unit = 0 }, new { sku = "MUG", name = "Mug red" }, new { sku = "HAT", name = "Hat" }];

        var answer = await pulpo.PutAsync("inventory/bulk/products", changes);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["MUG"], answer.Each("updated", "sku"));
        Assert.Equal(["CUP", "HAT"], answer.Json["errors"]!.AsObject().Select(e => e.Key));
        Assert.Equal(["Mug red", "Product CUP"], pulpo.Tenant.Products.Select(p => p.Name));
    }

    [Theory]
    [InlineData("""{"management_type":"serial"}""", "management_type")]
    [InlineData("""{"name":null}""", "name")]
    [InlineData("""{"units_per_purchase_package":0}""", "units_per_purchase_package")]
    [InlineData("""{"purchase_measure_units":""}""", "purchase_measure_units")]
    [InlineData("""{"third_party_id":1}""", "third_party_id")]
    [InlineData("""{"third_party_id":500001}""", "third_party_id")]
    [InlineData("""{"product_categories":[{"code":"unheard of"}]}""", "id")]
    public async Task Product_that_does_not_fit_is_refused_and_stays_as_it_is(string change, string field)
    {
        await using var pulpo = await PulpoClient.StartAsync();
        pulpo.Time.Advance(TimeSpan.FromMinutes(1));

        var answer = await pulpo.PutAsync($"inventory/products/{pulpo.Tenant.AddProduct("MUG")}", System.Text.Json.Nodes.JsonNode.Parse(change)!);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Json["errors"]![field]);
        Assert.All(pulpo.Tenant.Products, p => Assert.Equal(p.CreatedAt, p.UpdatedAt));
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Created)]
    [InlineData(true, HttpStatusCode.UnprocessableEntity)]
    public async Task Supplier_and_units_are_needed_where_the_tenant_says_so(bool required, HttpStatusCode status)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { RequireSupplier = required, RequireUnits = required });

        var bare = await pulpo.PostAsync("inventory/products", new { sku = "HAT", name = "Hat" });
        var whole = await pulpo.PostAsync("inventory/products", new
        {
            sku = "CAP", name = "Cap", third_party_id = pulpo.Tenant.AddSupplier("S-1"), minimum_purchase_unit = 1, units_per_purchase_package = "6",
            purchase_measure_units = "piece", attributes = new { shopify_variant = "7" },
        });

        Assert.Equal(status, bare.Status);
        Assert.Equal(required, bare.Json["errors"]?["third_party_id"] is not null && bare.Json["errors"]?["minimum_purchase_unit"] is not null);
        Assert.Equal(HttpStatusCode.Created, whole.Status);
        var cap = pulpo.Tenant.Products.Single(p => p.Sku == "CAP");
        Assert.Equal(("S-1", "7"), (cap.Supplier, cap.Attributes!.Value.GetProperty("shopify_variant").GetString()));
        Assert.Equal("S-1", (string?)(await pulpo.GetAsync("inventory/products?sku=CAP")).Json["products"]![0]!["third_party"]!["identifier_number"]);
    }

    [Fact]
    public async Task Category_is_made_once_and_found_by_its_code()
    {
        await using var pulpo = await PulpoClient.StartAsync();

        var made = await pulpo.PostAsync("inventory/products/categories", new { code = "fragile", name = "Fragile" });
        var again = await pulpo.PostAsync("inventory/products/categories", new { code = "fragile", name = "Other" });
        var bare = await pulpo.PostAsync("inventory/products/categories", new { name = "Nameless" });
        await pulpo.PutAsync("inventory/bulk/products", new[] { new { sku = "MUG", product_categories = new[] { new { id = (long)made.Json["id"]! } } } });

        Assert.Equal((201, 422, 422), ((int)made.Status, (int)again.Status, (int)bare.Status));
        Assert.Equal("has already been taken", (string?)again.Json["errors"]!["code"]![0]);
        Assert.Equal(["Fragile"], (await pulpo.GetAsync("inventory/products/categories?code=fragile")).Each("product_categories", "name"));
        Assert.Equal(["fragile"], pulpo.Tenant.Products.Single(p => p.Sku == "MUG").Categories);
    }

    [Theory]
    [InlineData(MultiValueFilter.On, "MUG,CUP")]
    [InlineData(MultiValueFilter.Empty, "")]
    public async Task Skus_are_asked_for_in_lists_as_the_tenant_takes_them(MultiValueFilter filter, string skus)
    {
        await using var pulpo = await PulpoClient.StartAsync(o => o with { MultiValueFilter = filter });
        pulpo.Tenant.AddProduct("HAT");

        Assert.Equal(skus, string.Join(',', (await pulpo.GetAsync("inventory/products?sku[]=MUG&sku[]=CUP")).Each("products", "sku")));
        Assert.Equal("HAT", string.Join(',', (await pulpo.GetAsync($"inventory/products?id[]={pulpo.Tenant.AddProduct("HAT")}")).Each("products", "sku")));
    }
}
