using System.Globalization;
using PulpoSync.Engine.Contracts;
using PulpoSync.Records;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Billbee;

namespace PulpoSync.Tests.Connectors.Billbee.Catalog;

/// <summary>Articles of an emulated account: all of them, each once, and which SKU is given twice.</summary>
public sealed class BillbeeProductSourceTests : IAsyncLifetime
{
    private const string List = "GET /api/v1/products";
    private BillbeeFixture _fixture = null!;

    private BillbeeAccount Account => _fixture.Account;

    public async Task InitializeAsync() => _fixture = await BillbeeFixture.StartAsync();

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task ReadAsync_gives_all_that_Billbee_tells_of_an_article()
    {
        var added = Account.AddProduct(new BillbeeProduct
        {
            SKU = " MUG-1 ", EAN = "4006381333931", Price = 12.9m, CostPrice = 4.25m, Weight = 350, LengthCm = 10, WidthCm = 8.5m, HeightCm = 0, TaricNumber = "69111000", CountryOfOrigin = "de",
            Title = [Text("DE", "Tasse"), Text("EN", "Mug")], Description = [Text("DE", "<p>Schön &amp; rund</p>")], Tags = [Text("DE", "Küche,blau")],
            Category1 = new BillbeeCategory { Id = 1, Name = "Geschirr" }, Category3 = new BillbeeCategory { Id = 3, Name = "küche" }, IsDeactivated = true, IsDigital = true,
        });

        var product = Assert.Single((await ReadAsync(("Language", "EN"))).Single().Records);

        var key = added.Id!.Value.ToString(CultureInfo.InvariantCulture);
        Assert.Equal((key, key, "MUG-1", "Mug", "Schön & rund", DateTimeOffset.UnixEpoch), (product.Key, product.ProductKey, product.Sku, product.Title, product.Description, product.UpdatedAt));
        Assert.Equal((12.9m, 4.25m, 0.35m, 10m, 8.5m, null), (product.Price, product.Cost, product.Weight, product.Length, product.Width, product.Height));
        Assert.Equal(("4006381333931", "Küche blau Geschirr"), (Assert.Single(product.Barcodes), string.Join(' ', product.Tags)));
        Assert.Equal(("DEACTIVATED", false, "69111000", "DE"), (product.Status, product.RequiresShipping, product.HsCode, product.OriginCountry));
    }

    [Fact]
    public async Task ReadAsync_gives_null_for_what_Billbee_does_not_tell_and_a_bill_of_materials_as_itself()
    {
        var mug = Account.AddProduct("MUG");
        Account.AddProduct(new BillbeeProduct { SKU = "SET", Type = 2, BillOfMaterial = [new BillbeePart { ArticleId = mug.Id, SKU = "MUG", Amount = 2 }] });
        Account.AddProduct(new BillbeeProduct { SKU = " " });

        var products = (await ReadAsync()).Single().Records;

        Assert.Equal(["MUG", "SET", null], products.Select(product => product.Sku));
        var set = products[1];
        Assert.Equal(("SET", null, null, null, null, true, "ACTIVE"), (set.Title, set.Description, set.Weight, set.HsCode, set.OriginCountry, set.RequiresShipping, set.Status));
        Assert.StartsWith("Article 2", products[2].Title, StringComparison.Ordinal);
        Assert.Equal((0, 0), (products[2].SameSku, set.Barcodes.Count + set.Tags.Count));
    }

    [Theory]
    [InlineData(BillbeeListOrder.ById)]
    [InlineData(BillbeeListOrder.Shuffled)]
    public async Task ReadAsync_of_several_pages_reads_them_twice_and_knows_on_the_first_page_what_stands_on_the_last(BillbeeListOrder order)
    {
        await using var fixture = await BillbeeFixture.StartAsync(options => options with { ListOrder = order });
        for (var number = 1; number <= 600; number++) fixture.Account.AddProduct(number is 600 or 1 ? new BillbeeProduct { SKU = "TWICE", Title = [Text("DE", $"Nr. {number}")] } : Article(number));

        var pages = await ReadAsync(fixture);

        Assert.Equal([250, 250, 100], pages.Select(page => page.Records.Count));
        Assert.All(pages, page => Assert.Null(page.NextCursor));
        var products = pages.SelectMany(page => page.Records).ToList();
        Assert.Equal(600, products.Select(product => product.Key).Distinct().Count());
        var shared = products.Where(product => product.SameSku > 0).ToList();
        Assert.Equal(["Nr. 1 of 1: Nr. 600", "Nr. 600 of 1: Nr. 1"], shared.Select(product => $"{product.Title} of {product.SameSku}: {product.SameSkuTitles.Single()}").Order());
        Assert.Equal(6, fixture.Calls(List));
        Assert.True(fixture.Account.Rates.MaxPerSecond <= 2);
    }

    [Fact]
    public async Task ReadAsync_of_one_page_reads_it_once()
    {
        Account.AddProduct("MUG");
        Account.AddProduct(new BillbeeProduct { SKU = "MUG" });

        Assert.All((await ReadAsync()).Single().Records, product => Assert.Equal(1, product.SameSku));
        Assert.Equal(1, _fixture.Calls(List));
    }

    [Fact]
    public async Task ReadAsync_notices_that_the_list_has_shifted_and_gives_what_it_has_missed()
    {
        for (var number = 1; number <= 600; number++) Account.AddProduct(Article(number));
        var products = new List<Product>();
        await foreach (var page in Source(_fixture).ReadAsync(new ReadRequest(), default))
        {
            // What stood first on the second page stands on the first one now, and a new one comes at the end.
            if (products.Count == 0)
            {
                Account.RemoveProduct("A-7");
                Account.AddProduct(Article(601));
            }

            products.AddRange(page.Records);
        }

        Assert.Equal(601, products.Count);
        Assert.Equal(Enumerable.Range(1, 601).Select(number => $"A-{number}").Order(), products.Select(product => product.Sku!).Order());
    }

    [Fact]
    public async Task ReadManyAsync_reads_by_id_knows_shared_SKUs_and_leaves_out_what_is_gone()
    {
        var one = Key(Account.AddProduct("MUG"));
        var two = Key(Account.AddProduct(new BillbeeProduct { SKU = "MUG" }));

        var page = await Source(_fixture).ReadManyAsync([two, "999", "no-id", one], default);

        Assert.Equal([two, one], page.Records.Select(product => product.Key));
        Assert.All(page.Records, product => Assert.Equal(1, product.SameSku));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(200)]
    public async Task FindKeysAsync_finds_by_SKU_EAN_or_id(int missing)
    {
        await using var fixture = await BillbeeFixture.StartAsync(options => options with { MissingStatus = missing });
        var mug = Key(fixture.Account.AddProduct(new BillbeeProduct { SKU = "MUG/1 ", EAN = "4006381333931" }));
        var cups = new[] { Key(fixture.Account.AddProduct("CUP")), Key(fixture.Account.AddProduct(new BillbeeProduct { SKU = "CUP" })) };
        var source = Source(fixture);

        Assert.Equal([mug], await source.FindKeysAsync(" MUG/1", default));
        Assert.Equal([mug], await source.FindKeysAsync("4006381333931", default));
        Assert.Equal([mug], await source.FindKeysAsync(mug, default));
        Assert.Equal(cups, (await source.FindKeysAsync("CUP", default)).Order());
        Assert.Empty(await source.FindKeysAsync("NOWHERE", default));
        Assert.Empty(await source.FindKeysAsync("12345", default));
        Assert.Empty(await source.FindKeysAsync(" ", default));
    }

    private Task<List<Page<Product>>> ReadAsync(params (string Name, string Value)[] settings) => ReadAsync(_fixture, settings);

    private static async Task<List<Page<Product>>> ReadAsync(BillbeeFixture fixture, params (string Name, string Value)[] settings)
    {
        var pages = new List<Page<Product>>();
        await foreach (var page in Source(fixture, settings).ReadAsync(new ReadRequest(), default)) pages.Add(page);
        return pages;
    }

    private static ISource<Product> Source(BillbeeFixture fixture, params (string Name, string Value)[] settings) => fixture.Connect(settings).Source<Product>()!;

    private static BillbeeProduct Article(int number) => new() { SKU = $"A-{number}", Title = [Text("DE", $"Artikel {number}")] };

    private static BillbeeText Text(string language, string text) => new() { LanguageCode = language, Text = text };

    private static string Key(BillbeeProduct product) => product.Id!.Value.ToString(CultureInfo.InvariantCulture);
}
