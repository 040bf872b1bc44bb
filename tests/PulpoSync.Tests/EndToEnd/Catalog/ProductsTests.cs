using System.Text.Json.Nodes;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Tests.EndToEnd.Catalog;

/// <summary>Products of a shop in the warehouse: each once, as the shop has it, and nothing of what people did there lost.</summary>
public class ProductsTests
{
    private const string Create = "POST /api/v1/inventory/bulk/products";
    private const string Update = "PUT /api/v1/inventory/bulk/products";

    [Fact]
    public async Task Run_brings_every_variant_once_and_names_what_it_cannot_guess()
    {
        await using var rehearsal = await StartAsync();
        var shop = rehearsal.Shop;
        shop.AddProduct(new ProductDraft
        {
            Title = "Shirt", DescriptionHtml = "<p>Warm</p>", Tags = ["vip", "lots"], Sku = "SH-S", VariantTitle = "S", Barcode = "4006381333931", Price = 25.5m,
            Grams = 350, HarmonizedSystemCode = "610910", CountryCodeOfOrigin = "DE",
            OtherVariants = [new VariantDraft { Sku = " SH-M ", VariantTitle = "M", Grams = 0 }, new VariantDraft { Sku = "", VariantTitle = "L" }],
        });
        shop.AddProduct(new ProductDraft { Title = "Mug", Sku = "DUP" });
        shop.AddProduct(new ProductDraft { Title = "Cup", Sku = "DUP" });
        shop.AddProduct(new ProductDraft { Title = "Voucher", Sku = "VOUCHER", RequiresShipping = false, IsGiftCard = true });
        shop.AddProduct(new ProductDraft { Title = "Old", Sku = "OLD", Status = ProductStatus.Archived });
        await AddAsync(rehearsal, ("PhysicalOnly", "true"), ("TagsToCategories", "true"), ("LotTag", "LOTS"));

        var run = await rehearsal.RunAsync("Products");

        Assert.Equal((RunStatus.FinishedPartially, 2, 3, 2), (run.Status, run.Counts.Created, run.Counts.Failed, run.Counts.Skipped));
        Assert.Equal(["SH-M", "SH-S"], rehearsal.Tenant.Products.Select(product => product.Sku).Order());
        var made = Product(rehearsal, "SH-S");
        Assert.Equal(("Shirt - S", 25.5m, 0.35m, "lot"), (made.Name, made.CostPrice, made.Weight, made.ManagementType));
        Assert.Equal(("4006381333931", "lots vip", "Warm"), (Assert.Single(made.Barcodes), string.Join(' ', made.Categories.Order()), made.Description));
        Assert.Null(Product(rehearsal, "SH-M").Weight);
        var reasons = Settled(rehearsal).ToLookup(record => record.Reason);
        Assert.Contains("\"Shirt - L\" has no SKU", Assert.Single(reasons["EmptySku"]).Message, StringComparison.Ordinal);
        Assert.Equal(["Cup", "Mug"], reasons["DuplicateSku"].Select(record => record.Message!.Contains("\"Cup\". Give", StringComparison.Ordinal) ? "Cup" : "Mug").Order());
        Assert.Equal(("VOUCHER", "OLD"), (Assert.Single(reasons["NotPhysical"]).Number, Assert.Single(reasons["ProductStatus"]).Number));

        // Once more from the start: nothing is written.
        rehearsal.Runtime.ResetCursor("Products");
        var again = await rehearsal.RunAsync("Products");
        Assert.Equal((0, 0, 0, 2), (again.Counts.Created, again.Counts.Updated, again.Counts.Failed, again.Counts.Unchanged));
        Assert.Equal((1, 0), (Calls(rehearsal, Create), Calls(rehearsal, Update)));
    }

    [Fact]
    public async Task Run_full_compares_with_the_warehouse_and_repairs_only_what_is_ours()
    {
        await using var rehearsal = await StartAsync();
        var variant = rehearsal.Shop.AddProduct(new ProductDraft { Title = "Mug", Sku = "MUG", Barcode = "111", Tags = ["kitchen"] });
        await AddAsync(rehearsal, ("TagsToCategories", "true"));
        await rehearsal.RunAsync("Products");
        Assert.Equal(1, (await FullAsync(rehearsal)).Counts.Unchanged);
        using var office = await PulpoOffice.OpenAsync(rehearsal);
        var made = Product(rehearsal, "MUG");
        var own = await office.SendAsync(HttpMethod.Post, "inventory/products/categories", new JsonObject { ["code"] = "fragile", ["name"] = "fragile" });
        var categories = (await office.SendAsync(HttpMethod.Get, $"inventory/products/{made.Id}"))["product_categories"]!.DeepClone().AsArray();
        categories.Add(own.DeepClone());
        var attributes = JsonNode.Parse(made.Attributes!.Value.GetRawText())!.AsObject();
        attributes["shelf"] = "A7";
        await office.SendAsync(HttpMethod.Put, $"inventory/products/{made.Id}", new JsonObject
        {
            ["barcodes"] = new JsonArray("111", "CARTON"), ["product_categories"] = categories, ["attributes"] = attributes, ["height"] = 9, ["name"] = "Spoilt",
        });
        rehearsal.Shop.SetBarcode(variant, "222");
        rehearsal.Shop.SetTags(variant.Product, "gifts");

        var run = await FullAsync(rehearsal);

        var product = Product(rehearsal, "MUG");
        Assert.Equal((1, "Mug", 9m), (run.Counts.Updated, product.Name, product.Height));
        Assert.Equal(["222", "CARTON"], product.Barcodes.Order(StringComparer.Ordinal));
        Assert.Equal(["fragile", "gifts"], product.Categories.Order());
        Assert.Equal("A7", product.Attributes!.Value.GetProperty("shelf").GetString());
        Assert.Equal(1, (await FullAsync(rehearsal)).Counts.Unchanged);
    }

    [Fact]
    public async Task Run_writes_what_changed_in_the_shop_and_stock_is_no_change()
    {
        await using var rehearsal = await StartAsync();
        var shop = rehearsal.Shop;
        var mug = shop.AddProduct(new ProductDraft { Title = "Mug", Sku = "MUG", Stock = new Dictionary<string, int> { ["Berlin"] = 5 } });
        var cup = shop.AddProduct(new ProductDraft { Title = "Cup", Sku = "CUP", UnitCost = 3m });
        await AddAsync(rehearsal, ("PriceFrom", "Cost"));
        await rehearsal.RunAsync("Products");
        shop.SetTitle(mug.Product, "Big mug");
        shop.SetCost(mug, 4.2m);
        shop.SetSku(mug, "MUG-2");
        shop.SetWeight(mug, 750);
        shop.AdjustStock(cup, shop.Locations[0], 3);

        var run = await rehearsal.RunAsync("Products");

        Assert.Equal((0, 1, 1), (run.Counts.Created, run.Counts.Updated, run.Counts.Unchanged));
        var product = Product(rehearsal, "MUG-2");
        Assert.Equal(("Big mug", 4.2m, 0.75m, 2), (product.Name, product.CostPrice, product.Weight, rehearsal.Tenant.Products.Count));
        Assert.Equal(3m, Product(rehearsal, "CUP").CostPrice);
    }

    [Fact]
    public async Task Run_a_sku_that_was_mended_in_the_shop_arrives()
    {
        await using var rehearsal = await StartAsync();
        rehearsal.Shop.AddProduct(new ProductDraft { Title = "One", Sku = "X" });
        var two = rehearsal.Shop.AddProduct(new ProductDraft { Title = "Two", Sku = "X" });
        await AddAsync(rehearsal);
        var run = await rehearsal.RunAsync("Products");
        Assert.Equal((RunStatus.Failed, 2), (run.Status, run.Counts.Failed));

        rehearsal.Shop.SetSku(two, "Y");
        await rehearsal.RunAsync(new StartRequest { Names = ["Products"], RetryFailed = true });

        Assert.Equal(["X", "Y"], rehearsal.Tenant.Products.Select(product => product.Sku).Order());
        Assert.All(rehearsal.Runtime.GetRecords(new RecordQuery(Integration: "Products")), record => Assert.Equal(LedgerState.Written, record.State));
    }

    [Fact]
    public async Task Run_takes_over_a_product_without_mark_and_makes_a_deleted_one_again()
    {
        await using var rehearsal = await StartAsync();
        rehearsal.Tenant.AddProduct("MUG");
        var mug = rehearsal.Shop.AddProduct(new ProductDraft { Title = "Mug", Sku = "MUG" });
        await AddAsync(rehearsal);

        var first = await rehearsal.RunAsync("Products");
        Assert.Equal((0, 1, "Mug"), (first.Counts.Created, first.Counts.Updated, Assert.Single(rehearsal.Tenant.Products).Name));

        using var office = await PulpoOffice.OpenAsync(rehearsal);
        await office.SendAsync(HttpMethod.Delete, $"inventory/products/{Product(rehearsal, "MUG").Id}");
        rehearsal.Shop.SetTitle(mug.Product, "Mug again");
        var second = await rehearsal.RunAsync("Products");
        Assert.Equal((1, "Mug again"), (second.Counts.Created, Assert.Single(rehearsal.Tenant.Products).Name));
    }

    [Fact]
    public async Task Run_without_supplier_where_one_is_wanted_says_so_and_goes_on_once_it_is_set()
    {
        await using var rehearsal = await StartAsync(new TenantOptions { Name = "pulpo", RequireSupplier = true });
        rehearsal.Tenant.Seed(new PulpoSeed { Suppliers = ["SUP-1", "SUP-2"] });
        rehearsal.Shop.AddProduct(new ProductDraft { Title = "Mug", Sku = "MUG" });
        await AddAsync(rehearsal);

        await rehearsal.RunAsync("Products");
        var parked = Assert.Single(Settled(rehearsal));
        Assert.Equal("SupplierMissing", parked.Reason);
        Assert.Contains("Set Supplier", parked.Message, StringComparison.Ordinal);

        var wrong = await Assert.ThrowsAsync<PulpoSyncException>(() => SetAsync(rehearsal, ("Supplier", "NOBODY")));
        Assert.Contains("\"SUP-1\", \"SUP-2\"", wrong.Message, StringComparison.Ordinal);
        await SetAsync(rehearsal, ("Supplier", "SUP-2"));
        await rehearsal.RunAsync("Products");
        Assert.Equal("SUP-2", Product(rehearsal, "MUG").Supplier);
    }

    [Fact]
    public async Task Run_a_barcode_of_another_product_is_refused_naming_it_and_the_rest_goes_on()
    {
        await using var rehearsal = await StartAsync();
        rehearsal.Shop.AddProduct(new ProductDraft { Title = "Mug", Sku = "MUG", Barcode = "111" });
        await AddAsync(rehearsal);
        await rehearsal.RunAsync("Products");
        rehearsal.Shop.AddProduct(new ProductDraft { Title = "Cup", Sku = "CUP", Barcode = "111" });
        rehearsal.Shop.AddProduct(new ProductDraft { Title = "Jug", Sku = "JUG", Barcode = "333" });

        var run = await rehearsal.RunAsync("Products");

        Assert.Equal((RunStatus.FinishedPartially, 1, 1), (run.Status, run.Counts.Created, run.Counts.Failed));
        var refused = Settled(rehearsal).Single(record => record.Reason == "BarcodeTaken");
        Assert.Equal(("CUP", true), (refused.Number, refused.Message!.Contains("111 belongs to MUG", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(FaultKind.CutAfter, 503)]
    [InlineData(FaultKind.CutBody, 503)]
    [InlineData(FaultKind.CutBefore, 503)]
    [InlineData(FaultKind.Status, 429)]
    [InlineData(FaultKind.Status, 503)]
    public async Task Run_an_answer_that_is_lost_leads_to_one_effect(FaultKind kind, int status)
    {
        await using var rehearsal = await StartAsync();
        var variants = Enumerable.Range(1, 5).Select(i => rehearsal.Shop.AddProduct(new ProductDraft { Title = $"Thing {i}", Sku = $"T-{i}" })).ToList();
        await AddAsync(rehearsal);
        Fail(rehearsal, kind, "POST", "inventory/bulk/products", status);

        var created = await rehearsal.RunAsync("Products");
        Assert.Equal((RunStatus.Finished, 5), (created.Status, created.Counts.Created));
        Assert.Equal(["T-1", "T-2", "T-3", "T-4", "T-5"], rehearsal.Tenant.Products.Select(product => product.Sku).Order());

        foreach (var variant in variants) rehearsal.Shop.SetTitle(variant.Product, $"New {variant.Sku}");
        Fail(rehearsal, kind, "PUT", "inventory/bulk/products", status);
        var updated = await rehearsal.RunAsync("Products");
        Assert.Equal((RunStatus.Finished, 5), (updated.Status, updated.Counts.Updated));
        Assert.All(rehearsal.Tenant.Products, product => Assert.Equal($"New {product.Sku}", product.Name));
    }

    [Fact]
    public async Task Run_a_create_whose_outcome_stayed_open_is_found_by_the_next_run()
    {
        await using var rehearsal = await StartAsync();
        rehearsal.Shop.AddProduct(new ProductDraft { Title = "Mug", Sku = "MUG" });
        rehearsal.Shop.AddProduct(new ProductDraft { Title = "Cup", Sku = "CUP" });
        await AddAsync(rehearsal);
        Fail(rehearsal, FaultKind.CutAfter, "POST", "inventory/bulk/products");
        // The looks before (a list, its proof, and one by one) find nothing; those after the lost answer are refused.
        rehearsal.Sandbox.Faults.Add(new Fault { Kind = FaultKind.Status, Status = 403, System = "pulpo", Method = "GET", Path = "inventory/products", Nth = 5, Count = 0 });

        var broken = await rehearsal.RunAsync("Products");
        Assert.Equal((RunStatus.Failed, 2), (broken.Status, rehearsal.Tenant.Products.Count));
        Assert.All(rehearsal.Runtime.GetRecords(new RecordQuery(Integration: "Products")), record => Assert.Equal(LedgerState.Pending, record.State));

        rehearsal.Sandbox.Faults.Clear();
        var next = await rehearsal.RunAsync("Products");
        Assert.Equal((RunStatus.Finished, 2, 1), (next.Status, next.Counts.Created, Calls(rehearsal, Create)));
        Assert.Equal(2, rehearsal.Tenant.Products.Count);
    }

    [Fact]
    public async Task Run_two_shops_with_the_same_goods_do_not_fight()
    {
        await using var rehearsal = await StartAsync();
        var second = rehearsal.Sandbox.AddShop(new ShopOptions { Name = "beta", Throttling = false });
        await rehearsal.AddShopAsync("Beta", second);
        rehearsal.Shop.AddProduct(new ProductDraft { Title = "Mug of acme", Sku = "MUG" });
        second.AddProduct(new ProductDraft { Title = "Mug of beta", Sku = "MUG" });
        second.AddProduct(new ProductDraft { Title = "Cup of beta", Sku = "CUP" });
        await AddAsync(rehearsal);
        await rehearsal.AddAsync(IntegrationType.Products, "Second", "Beta");
        await rehearsal.RunAsync("Products");

        var run = await rehearsal.RunAsync("Second");

        Assert.Equal((RunStatus.Finished, 1, 1), (run.Status, run.Counts.Created, run.Counts.Skipped));
        Assert.Equal(("Mug of acme", "Cup of beta"), (Product(rehearsal, "MUG").Name, Product(rehearsal, "CUP").Name));
        var left = Settled(rehearsal).Single(record => record.Reason == "ProductOfOtherShop");
        Assert.Contains("acme", left.Message, StringComparison.Ordinal);
    }

    private static Task<Rehearsal> StartAsync(TenantOptions? tenant = null) => Bare.StartAsync(tenant);

    private static Task<IntegrationConfig> AddAsync(Rehearsal rehearsal, params (string Name, string Value)[] settings) =>
        rehearsal.AddAsync(IntegrationType.Products, "Products", "Shop", settings);

    private static Task SetAsync(Rehearsal rehearsal, params (string Name, string Value)[] settings) => rehearsal.Runtime.SetConfigAsync(
        new ConfigDefinition { Name = "Products", Settings = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value) }, CancellationToken.None);

    private static async Task<IntegrationRun> FullAsync(Rehearsal rehearsal) =>
        (await rehearsal.RunAsync(new StartRequest { Names = ["Products"], Full = true })).Single();

    private static PulpoProduct Product(Rehearsal rehearsal, string sku) => Assert.Single(rehearsal.Tenant.Products, product => product.Sku == sku);

    private static int Calls(Rehearsal rehearsal, string operation) => rehearsal.Sandbox.Traffic.CountOf("pulpo", operation);

    private static List<RecordSettled> Settled(Rehearsal rehearsal) =>
        [.. rehearsal.Events.OfType<RecordSettled>().Where(record => record.Kind is OutcomeKind.Failed or OutcomeKind.Skipped)];

    private static void Fail(Rehearsal rehearsal, FaultKind kind, string method, string path, int status = 503) => rehearsal.Sandbox.Faults.Add(
        new Fault { Kind = kind, System = "pulpo", Method = method, Path = path, Status = status, RetryAfter = status == 429 ? 0.01 : null });
}
