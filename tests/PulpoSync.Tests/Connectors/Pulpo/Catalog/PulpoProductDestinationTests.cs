using System.Text;
using System.Text.RegularExpressions;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Tests.Support;

namespace PulpoSync.Tests.Connectors.Pulpo.Catalog;

public class PulpoProductDestinationTests
{
    private const string Create = "POST /api/v1/inventory/bulk/products";

    [Fact]
    public async Task Create_batch_takes_few_calls_and_sends_what_a_product_needs()
    {
        await using var fixture = await PulpoFixture.StartAsync(options => options with { RequireUnits = true }, isEmpty: true);
        fixture.Tenant.Seed(new PulpoSeed { Warehouses = ["Berlin"], Suppliers = ["SUP-1"], Skus = ["OLD-1", "OLD-2"] });

        var results = await WriteAsync(fixture, [.. Enumerable.Range(1, 120).Select(i => Write($"P-{i}", change: entry => entry with { Supplier = "SUP-1", Categories = ["gift"] }))]);

        Assert.All(results, result => Assert.Equal((WriteStatus.Done, OutcomeKind.Created), (result.Status, result.Became)));
        Assert.Equal((122, 3), (fixture.Tenant.Products.Count, fixture.Calls(Create)));
        Assert.True(fixture.Host.Traffic.Total < 25, $"{fixture.Host.Traffic.Total} calls");
        var made = fixture.Tenant.Products.Single(product => product.Sku == "P-7");
        Assert.Equal(("Mug", "SUP-1", 11.9m, 0.35m, "none", true), (made.Name, made.Supplier, made.CostPrice, made.Weight, made.ManagementType, made.Active));
        Assert.Equal("gift", Assert.Single(made.Categories));
        Assert.Equal(PulpoFixture.Account, made.Attributes!.Value.GetProperty("source_account").GetString());
    }

    [Fact]
    public async Task Update_of_a_product_whose_category_has_no_id_leaves_it_as_it_is()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        await WriteAsync(fixture, Write("SKU-1", change: entry => entry with { Categories = ["gift"] }));
        fixture.Host.Faults.Add(new Fault
        {
            Kind = FaultKind.Spoilt, System = "pulpo", Operation = "GET /api/v1/inventory/products", Count = 0,
            Spoil = body => Encoding.UTF8.GetBytes(Regex.Replace(Encoding.UTF8.GetString(body.Span), """("product_categories":\s*\[\s*\{[^}]*?"id":\s*)[0-9]+""", "${1}4.5")),
        });

        var result = Assert.Single(await WriteAsync(fixture, Write("SKU-1", change: entry => entry with { Categories = ["toy"] })));

        Assert.Equal((WriteStatus.Refused, "CategoryWithoutId"), (result.Status, result.Failure?.Code));
        Assert.Equal("gift", Assert.Single(fixture.Tenant.Products.Single(product => product.Sku == "SKU-1").Categories));
    }

    [Fact]
    public async Task Create_that_is_there_is_taken_over_or_left_alone_by_its_mark()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var foreign = Write("SKU-2", account: "shopify:other.myshopify.com");
        await WriteAsync(fixture, foreign);
        await WriteAsync(fixture, Write("SKU-3"));

        var results = await WriteAsync(fixture, Write("SKU-1"), Write("SKU-2"), Write("SKU-3"), Write("NEW"));

        Assert.Equal([OutcomeKind.Updated, null, OutcomeKind.Unchanged, OutcomeKind.Created], results.Select(result => result.Became));
        Assert.Equal((WriteStatus.LeftOut, ReasonCodes.ProductOfOtherShop), (results[1].Status, results[1].Failure!.Code));
        Assert.Contains("shopify:other.myshopify.com", results[1].Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_a_variant_that_was_made_anew_in_the_shop_takes_its_product_over()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        await WriteAsync(fixture, Write("SKU-1"));

        var result = Assert.Single(await WriteAsync(fixture, Write("SKU-1", key: "gid://shopify/ProductVariant/77")));

        Assert.Equal((WriteStatus.Done, OutcomeKind.Updated), (result.Status, result.Became));
    }

    [Fact]
    public async Task Update_never_changes_how_pieces_are_told_apart_nor_a_supplier_that_is_there()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Tenant.Seed(new PulpoSeed { Suppliers = ["SUP-1", "SUP-2"] });
        var made = Assert.Single(await WriteAsync(fixture, Write("X", change: entry => entry with { Tracking = ProductTracking.Serial, Supplier = "SUP-1" })));

        var write = Write("X", change: entry => entry with { Tracking = ProductTracking.None, Supplier = "SUP-2", Price = 1 });
        var result = Assert.Single(await WriteAsync(fixture, write with { Operation = WriteOperation.Update, Ref = write.Ref with { DestinationId = made.Id } }));

        Assert.Equal(OutcomeKind.Updated, result.Became);
        var product = fixture.Tenant.Products.Single(product => product.Sku == "X");
        Assert.Equal(("serial", "SUP-1", 1m), (product.ManagementType, product.Supplier, product.CostPrice));
    }

    [Theory]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.EmptyBody)]
    public async Task Update_that_only_somebody_on_the_way_calls_done_is_not(FaultKind fault)
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var made = Assert.Single(await WriteAsync(fixture, Write("X")));
        fixture.Fail(fault, "inventory", status: 200, method: "PUT");

        var write = Write("X", change: entry => entry with { Price = 1 });
        var result = Assert.Single(await WriteAsync(fixture, write with { Operation = WriteOperation.Update, Ref = write.Ref with { DestinationId = made.Id } }));

        Assert.Equal((WriteStatus.Unknown, "NotJson"), (result.Status, result.Failure!.Code));
    }

    [Fact]
    public async Task Write_the_same_sku_twice_in_a_batch_is_refused_for_both()
    {
        await using var fixture = await PulpoFixture.StartAsync();

        var results = await WriteAsync(fixture, Write("X"), Write("X", key: "gid://shopify/ProductVariant/2"), Write("Y", key: "gid://shopify/ProductVariant/3"));

        Assert.Equal([ReasonCodes.DuplicateSku, ReasonCodes.DuplicateSku, null], results.Select(result => result.Failure?.Code));
    }

    [Fact]
    public async Task Write_one_refusal_in_a_batch_is_blamed_on_its_product()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        await WriteAsync(fixture, Write("X", barcodes: ["111"]));

        var results = await WriteAsync(fixture, Write("Y", key: "gid://shopify/ProductVariant/2", barcodes: ["111"]), Write("Z", key: "gid://shopify/ProductVariant/3", barcodes: ["333"]));

        Assert.Equal([WriteStatus.Refused, WriteStatus.Done], results.Select(result => result.Status));
        Assert.Equal(("BarcodeTaken", FailureKind.Conflict), (results[0].Failure!.Code, results[0].Failure!.Kind));
        Assert.Contains("111 belongs to X", results[0].Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_a_text_that_is_too_long_is_cut_with_a_warning()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var write = Write("X");

        var result = Assert.Single(await WriteAsync(fixture, write with { Record = write.Record with { Title = new string('x', 300) } }));

        Assert.Equal((WriteStatus.Done, true), (result.Status, result.Warning?.Contains("name", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Write_an_unknown_supplier_stops_the_run_before_anything_is_written()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Tenant.Seed(new PulpoSeed { Suppliers = ["SUP-1"] });

        var failed = await Assert.ThrowsAsync<FailureException>(() => WriteAsync(fixture, Write("X", change: entry => entry with { Supplier = "NOBODY" })));

        Assert.Equal((FailureKind.Configuration, "SupplierUnknown", 0), (failed.Failure.Kind, failed.Failure.Code, fixture.Calls(Create)));
        Assert.Contains("\"SUP-1\"", failed.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_a_category_whose_answer_was_lost_is_there_once()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        fixture.Fail(FaultKind.CutAfter, "products/categories", count: 1, method: "POST");

        var results = await WriteAsync(fixture, Write("X", change: entry => entry with { Categories = ["gift", "GIFT", "new"] }));

        Assert.Equal(WriteStatus.Done, Assert.Single(results).Status);
        Assert.Equal(["gift", "new"], fixture.Dump("product_categories").Select(row => row.GetProperty("name").GetString()).Order());
    }

    [Fact]
    public async Task FindAsync_knows_its_own_by_the_mark_alone()
    {
        await using var fixture = await PulpoFixture.StartAsync();
        var write = Write("X");
        await WriteAsync(fixture, write);

        var found = await Products(fixture).FindAsync(
            [write.Ref, write.Ref with { SourceAccount = "shopify:other.myshopify.com" }, write.Ref with { Number = "SKU-1" }, write.Ref with { Number = "GONE" }], default);

        Assert.Equal([FoundKind.Ours, FoundKind.Nothing, FoundKind.Nothing, FoundKind.Nothing], found.Select(one => one.Kind));
    }

    private static IDestination<Product> Products(PulpoFixture fixture) => fixture.Connect().Destination<Product>()!;

    private static Task<IReadOnlyList<WriteResult>> WriteAsync(PulpoFixture fixture, params Write<Product>[] batch) => Products(fixture).WriteAsync(batch, default);

    private static Write<Product> Write(
        string sku, string? key = null, string account = PulpoFixture.Account, string[]? barcodes = null, Func<ProductEntry, ProductEntry>? change = null)
    {
        key ??= $"gid://shopify/ProductVariant/{sku}";
        var entry = new ProductEntry { Sku = sku, Price = 11.9m };
        var product = Some.Product() with { Key = key, Sku = sku, Barcodes = barcodes ?? [], Entry = change?.Invoke(entry) ?? entry };
        return new Write<Product>(WriteOperation.Create, new RecordRef(account, key, "", sku), product);
    }
}
