using System.Globalization;
using PulpoSync.Sandbox;
using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Torture.Worlds.Shopify;

/// <summary>What the shop offers, and what people find there. Nobody can buy what it does not show as available.</summary>
internal sealed class ShopGoods(Circle circle, Random random)
{
    private const int Products = 60;

    // More than Shopify tells of a product, and of an order, at once.
    private const int ManyVariants = 105;
    private const int ManyLines = 36;
    private const int ManyParts = 10;
    private readonly ShopifyShop _shop = circle.Shop;
    private Product? _many;
    private int _products;

    /// <summary>Fills the shop.</summary>
    public void Furnish()
    {
        for (var i = 0; i < Products; i++) Offer();

        // Goods that cannot be carried over, each for its reason: they must not hold up the rest.
        _shop.AddProduct(new ProductDraft { Title = "Nameless", Sku = "" });
        _shop.AddProduct(new ProductDraft { Title = "Twin one", Sku = "TWIN" });
        _shop.AddProduct(new ProductDraft { Title = "Twin two", Sku = "TWIN" });
        _many = _shop.AddProduct(new ProductDraft
        {
            Title = "In every size", Sku = "SIZE-0", OtherVariants = [.. Enumerable.Range(1, ManyVariants - 1).Select(i => new VariantDraft { Sku = string.Create(CultureInfo.InvariantCulture, $"SIZE-{i}") })],
        }).Product;
    }

    /// <summary>New products, and others for which people find better words.</summary>
    public void Renew(int products)
    {
        for (var i = 0; i < products; i++)
        {
            Offer();
            Tag(i == 0 ? _many! : Any().Product, $"season {random.Next(100).ToString(CultureInfo.InvariantCulture)}");
        }
    }

    /// <summary>Other words for a product. Whether it has lots is nothing that changes.</summary>
    public void Tag(Product product, string season) => _shop.SetTags(product, [.. product.Tags.Where(tag => tag == Circle.LotTag), "fragile", season]);

    /// <summary>A few pieces.</summary>
    public List<OrderLineDraft> Basket()
    {
        var lines = new List<OrderLineDraft>();
        var place = Place();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            // One order in six is split over both places.
            var from = random.Next(6) == 0 ? Place() : place;
            if (Find(from, random.Next(1, 4)) is { } line && !lines.Exists(one => one.Sku == line.Sku)) lines.Add(line);
        }

        // Two in a thousand hold something without article number: they stay in the shop, and are promised all the same.
        if (lines.Count > 0 && random.Next(500) == 0) lines.Add(new OrderLineDraft { IsCustom = true, Title = "Engraving", Location = place });
        return lines;
    }

    /// <summary>Of whatever there is at one place: two pieces of some, one of the others.</summary>
    public List<OrderLineDraft> Crate()
    {
        var place = Place();
        return [.. Enumerable.Range(1, Products).Select(number => Find(_shop.FindVariant(Sku(number))!, place, number <= ManyParts ? 2 : 1)).OfType<OrderLineDraft>().Take(ManyLines)];
    }

    /// <summary>So many pieces of something at a place; null where it has not as many.</summary>
    public OrderLineDraft? Find(string place, int pieces) => Find(Any(), place, pieces);

    private OrderLineDraft? Find(ProductVariant variant, string place, int pieces)
    {
        var level = _shop.FindLevel(variant, _shop.Locations.First(location => location.Name == place));
        return level is { IsActive: true } && level.Available >= pieces ? new OrderLineDraft { Sku = variant.Sku, Quantity = pieces, Location = place } : null;
    }

    /// <summary>One that can be sold.</summary>
    public ProductVariant Any() => _shop.FindVariant(Sku(random.Next(1, Products + 1)))!;

    private static string Sku(int number) => string.Create(CultureInfo.InvariantCulture, $"SKU-{number:000}");

    private string Place() => Circle.Places[random.Next(Circle.Places.Length)];

    private void Offer()
    {
        var i = ++_products;
        _shop.AddProduct(new ProductDraft
        {
            Title = $"Product {i}", Sku = Sku(i), Barcode = $"4006381{i:000000}", UnitCost = i,
            // A shop that was opened with one place stocks some goods at the other only when they come in there.
            Stock = Circle.Places.Skip(i % 2).ToDictionary(place => place, _ => 0),
            Tags = i % 4 == 0 ? [Circle.LotTag] : i % 3 == 0 ? ["fragile"] : [],
        });
    }
}
