using System.Globalization;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>The articles, shops, providers of a seed; what is there already stays.</summary>
internal static class BillbeeCatalog
{
    private static readonly string[] Names = ["Tasse", "Kännchen", "Schüssel für Müsli", "Löffel 🥄", "Teller \"Größe L\"", "Krug & Deckel"];
    private static readonly (string Name, string Platform)[] Shops =
    [
        ("Hauptladen", "Shopify"), ("Etsy-Lädchen", "Etsy"), ("Marktplatz", "Amazon"), ("B2B", "Billbee"),
    ];

    public static void Fill(BillbeeWorld world, BillbeeSeed seed)
    {
        for (var i = world.Shops.Count; i < seed.ShopAccounts; i++)
        {
            var (name, platform) = Shops[i % Shops.Length];
            world.AddShop(i < Shops.Length ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {i + 1}"), platform);
        }
        if (world.Providers.Count == 0)
        {
            world.AddProvider("DHL", 2, ["Paket", "Warenpost"]);
            world.AddProvider("DPD", 4, ["Classic"]);
        }
        for (var i = 0; i < seed.Products; i++) Add(world, Ordinary(seed.FirstProduct + i));
        Add(world, Ordinary(0) with { SKU = BillbeeSeed.UnknownSku });
        Add(world, Ordinary(0) with { SKU = BillbeeSeed.DigitalSku, IsDigital = true, Weight = null });
        var parts = Enumerable.Range(seed.FirstProduct, 2).Select(i => world.ProductOfSku(BillbeeSeed.SkuOf(i))).OfType<BillbeeProduct>();
        Add(world, Ordinary(0) with
        {
            SKU = BillbeeSeed.BomSku,
            Type = 2,
            BillOfMaterial = [.. parts.Select(p => new BillbeePart { ArticleId = p.Id, SKU = p.SKU, Amount = 2 })],
        });
    }

    /// <summary>Says how many there are where nothing is said yet: after the orders, which are from the past.</summary>
    public static void Count(BillbeeWorld world, decimal stock)
    {
        foreach (var product in world.Products.Values.Where(p => p.StockCurrent is null).ToList())
        {
            BillbeeStockWriter.Change(world, product, null, row => row with { StockCurrent = stock });
        }
    }

    private static void Add(BillbeeWorld world, BillbeeProduct product)
    {
        if (world.ProductOfSku(product.SKU) is null) world.Add(product);
    }

    private static BillbeeProduct Ordinary(int number) => new()
    {
        SKU = BillbeeSeed.SkuOf(number),
        EAN = number % 5 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"40000{number:D8}"),
        Title =
        [
            new BillbeeText { LanguageCode = "DE", Text = string.Create(CultureInfo.InvariantCulture, $"{Names[number % Names.Length]} {number}") },
            new BillbeeText { LanguageCode = "EN", Text = string.Create(CultureInfo.InvariantCulture, $"Article {number}") },
        ],
        Description = number % 3 == 0 ? [] : [new BillbeeText { LanguageCode = "DE", Text = "<p>Schön &amp; nützlich</p>" }],
        Price = 5 + (number % 40) + 0.9m,
        CostPrice = number % 4 == 0 ? null : 2 + (number % 20),
        Vat1Rate = 19,
        Vat2Rate = 7,
        Weight = 100 + (number % 50 * 10),
        LengthCm = 10 + (number % 30),
        WidthCm = 8,
        HeightCm = 5.5m,
        CountryOfOrigin = "DE",
        Manufacturer = number % 2 == 0 ? "Töpferei Grün" : null,
    };
}
