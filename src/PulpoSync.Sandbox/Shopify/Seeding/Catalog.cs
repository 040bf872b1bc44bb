namespace PulpoSync.Sandbox.Shopify;

/// <summary>The products of a seeded shop.</summary>
/// <param name="Ordinary">Those with a SKU that the warehouse knows.</param>
/// <param name="WithoutSku">A physical product with an empty SKU.</param>
/// <param name="Unknown">A physical product whose SKU no warehouse knows.</param>
/// <param name="Download">A product that needs no shipping.</param>
/// <param name="GiftCard">A gift card that is sent by e-mail.</param>
/// <param name="PlasticGiftCard">A gift card that is shipped.</param>
internal sealed record Catalog(
    IReadOnlyList<ProductVariant> Ordinary, ProductVariant WithoutSku, ProductVariant Unknown, ProductVariant Download, ProductVariant GiftCard,
    ProductVariant PlasticGiftCard)
{
    private static readonly string[] Names = ["Tasse", "Teller", "Kännchen", "Schüssel", "Vase", "Kerze", "Kissen", "Decke", "Lampe", "Körbchen", "Tablett", "Glas"];
    private static readonly string[] Colours = ["Weiß", "Blau", "Grün", "Rot", "Grau", "Ocker"];

    public static Catalog Create(ShopifyShop shop, ShopSeed seed)
    {
        var stock = seed.Stock is { } available ? shop.Locations.ToDictionary(l => l.Name, _ => available) : [];
        var ordinary = new List<ProductVariant>(seed.Products);
        for (var i = 1; i <= seed.Products; i++)
        {
            var draft = DraftOf(i) with { Stock = stock };
            if (seed.VariantsPerProduct > 1) draft = draft with { VariantTitle = $"{Colours[i % Colours.Length]} {i}" };
            // The title of the first one does for all of a product.
            var isFirst = (i - 1) % seed.VariantsPerProduct == 0;
            ordinary.Add(isFirst ? shop.AddProduct(draft) : shop.AddVariant(ordinary[^1].Product, draft));
        }
        return new Catalog(
            ordinary,
            shop.AddProduct(new ProductDraft { Title = "Fundstück", Sku = "" }),
            shop.AddProduct(new ProductDraft { Title = "Neuheit", Sku = ShopSeed.UnknownSku }),
            shop.AddProduct(new ProductDraft { Title = "E-Book", Sku = "EBOOK-1", RequiresShipping = false, Grams = 0 }),
            shop.AddProduct(new ProductDraft { Title = "Gutschein", Sku = "GIFT-25", IsGiftCard = true, RequiresShipping = false, Price = 25, Grams = 0 }),
            shop.AddProduct(new ProductDraft { Title = "Geschenkkarte", Sku = "GIFTCARD-25", IsGiftCard = true, Price = 25, Grams = 10 }));
    }

    private static ProductDraft DraftOf(int i) => new()
    {
        Title = $"{Names[i % Names.Length]} No. {i}",
        VariantTitle = i % 3 == 0 ? Colours[i % Colours.Length] : null,
        Sku = ShopSeed.SkuOf(i),
        Barcode = $"40{i:D11}",
        Price = 4.9m + (i * 37 % 9500 / 100m),
        ProductType = Names[i % Names.Length],
        Category = "Home & Garden > Decor",
        Grams = 150 + (i * 53 % 2500),
    };
}
