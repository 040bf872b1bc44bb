using PulpoSync.Sandbox.Shopify;

namespace PulpoSync.Sandbox;

// The products, and what the merchant does to them. All of it moves Product.updatedAt.
public sealed partial class ShopifyShop
{
    private readonly SortedDictionary<long, Product> _products = [];
    private readonly SortedDictionary<long, ProductVariant> _variants = [];
    private readonly Dictionary<string, List<ProductVariant>> _variantsBySku = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All products by id.</summary>
    public IEnumerable<Product> Products => _products.Values;

    /// <summary>All variants by id.</summary>
    public IEnumerable<ProductVariant> Variants => _variants.Values;

    /// <summary>The variant of a SKU, the oldest one where several have it; null when none has.</summary>
    public ProductVariant? FindVariant(string sku)
    {
        lock (Sync) return WithSku(sku) is [var first, ..] ? first : null;
    }

    /// <summary>Adds a product and gives its first variant. Several may have the same SKU, as in life.</summary>
    public ProductVariant AddProduct(ProductDraft draft)
    {
        lock (Sync)
        {
            var product = new Product(NextId())
            {
                Title = draft.Title,
                DescriptionHtml = draft.DescriptionHtml,
                Vendor = draft.Vendor,
                ProductType = draft.ProductType,
                Category = draft.Category,
                IsGiftCard = draft.IsGiftCard,
                Status = draft.Status,
                Tags = Normal(draft.Tags),
                CreatedAt = Now,
            };
            _products.Add(product.Id, product);
            var first = AddVariant(product, draft);
            foreach (var other in draft.OtherVariants) AddVariant(product, other);
            return first;
        }
    }

    /// <summary>Adds a variant to a product.</summary>
    public ProductVariant AddVariant(Product product, VariantDraft draft)
    {
        lock (Sync)
        {
            var variant = new ProductVariant(NextId(), product)
            {
                Title = draft.VariantTitle,
                Barcode = draft.Barcode,
                Price = draft.Price,
                UnitCost = draft.UnitCost,
                RequiresShipping = draft.RequiresShipping,
                Grams = draft.Grams,
                HarmonizedSystemCode = draft.HarmonizedSystemCode,
                CountryCodeOfOrigin = draft.CountryCodeOfOrigin,
                IsTracked = draft.IsTracked ?? draft.RequiresShipping,
                CreatedAt = Now,
            };
            product.VariantList.Add(variant);
            _variants.Add(variant.Id, variant);
            Change(variant, () => PutSku(variant, draft.Sku));
            foreach (var (location, available) in draft.Stock) SetStock(variant, LocationOf(location), available);
            return variant;
        }
    }

    /// <summary>Removes a variant; a product goes with its last one. Orders keep their lines and lose what these point at.</summary>
    public void Remove(ProductVariant variant)
    {
        lock (Sync)
        {
            Change(variant, () => PutSku(variant, null));
            variant.IsRemoved = true;
            variant.Product.VariantList.Remove(variant);
            _variants.Remove(variant.Id);
            if (variant.Product.VariantList.Count == 0) _products.Remove(variant.Product.Id);
        }
    }

    /// <summary>Removes a product with all its variants.</summary>
    public void Remove(Product product)
    {
        lock (Sync)
        {
            foreach (var variant in product.VariantList.ToArray()) Remove(variant);
        }
    }

    /// <summary>Changes the article number.</summary>
    public void SetSku(ProductVariant variant, string? sku) => Change(variant, () => PutSku(variant, sku));

    /// <summary>Changes the bar code.</summary>
    public void SetBarcode(ProductVariant variant, string? barcode) => Change(variant, () => variant.Barcode = barcode);

    /// <summary>Changes the price.</summary>
    public void SetPrice(ProductVariant variant, decimal price) => Change(variant, () => variant.Price = price);

    /// <summary>Changes the variant's title.</summary>
    public void SetTitle(ProductVariant variant, string? title) => Change(variant, () => variant.Title = title);

    /// <summary>Changes what one costs the merchant.</summary>
    public void SetCost(ProductVariant variant, decimal? cost) => Change(variant, () => variant.UnitCost = cost);

    /// <summary>Changes the weight.</summary>
    public void SetWeight(ProductVariant variant, int grams) => Change(variant, () => variant.Grams = grams);

    /// <summary>Changes whether Shopify keeps account of its stock.</summary>
    public void SetTracked(ProductVariant variant, bool isTracked) => Change(variant, () => variant.IsTracked = isTracked);

    /// <summary>Changes the product's title.</summary>
    public void SetTitle(Product product, string title) => Change(product, () => product.Title = title);

    /// <summary>Replaces the tags.</summary>
    public void SetTags(Product product, params string[] tags) => Change(product, () => product.Tags = Normal(tags));

    /// <summary>Changes whether it can be sold.</summary>
    public void SetStatus(Product product, ProductStatus status) => Change(product, () => product.Status = status);

    /// <summary>The variants of a SKU, oldest first.</summary>
    internal IReadOnlyList<ProductVariant> WithSku(string? sku) =>
        !string.IsNullOrEmpty(sku) && _variantsBySku.TryGetValue(sku, out var variants) ? variants : [];

    private void PutSku(ProductVariant variant, string? sku)
    {
        if (!string.IsNullOrEmpty(variant.Sku)) _variantsBySku[variant.Sku].Remove(variant);
        variant.Sku = sku;
        if (string.IsNullOrEmpty(sku)) return;
        if (!_variantsBySku.TryGetValue(sku, out var variants)) _variantsBySku.Add(sku, variants = []);
        variants.Add(variant);
    }

    private void Change(ProductVariant variant, Action change) => Change(variant.Product, () =>
    {
        change();
        variant.UpdatedAt = Now;
    });

    private void Change(Product product, Action change)
    {
        lock (Sync)
        {
            change();
            product.UpdatedAt = Now;
        }
    }
}
