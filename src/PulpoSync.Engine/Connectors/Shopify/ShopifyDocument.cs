using System.Globalization;
using System.Reflection;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>
/// A GraphQL document as it lies in <c>Documents</c>. Two kinds of comment lines mean something: <c># cost: 2 + 115 x step(first)</c> (the points it
/// asks for) and <c># import Name</c> (a fragment that it uses). Documents are constants; what varies goes into variables.
/// </summary>
internal sealed class ShopifyDocument
{
    private const string CostMark = "# cost:";
    private const string ImportMark = "# import ";

    private ShopifyDocument(string name, string text, QueryCost cost) => (Name, Text, Cost) = (name, text, cost);

    public static ShopifyDocument Preflight { get; } = Load(nameof(Preflight));
    public static ShopifyDocument Locations { get; } = Load(nameof(Locations));
    public static ShopifyDocument OrdersPage { get; } = Load(nameof(OrdersPage));
    public static ShopifyDocument OrdersByIds { get; } = Load(nameof(OrdersByIds));
    public static ShopifyDocument OrderLines { get; } = Load(nameof(OrderLines));
    public static ShopifyDocument OrderFulfillmentOrders { get; } = Load(nameof(OrderFulfillmentOrders));
    public static ShopifyDocument FulfillmentOrderLines { get; } = Load(nameof(FulfillmentOrderLines));
    public static ShopifyDocument FulfillmentLines { get; } = Load(nameof(FulfillmentLines));
    public static ShopifyDocument OrderKeysByName { get; } = Load(nameof(OrderKeysByName));
    public static ShopifyDocument ProductsPage { get; } = Load(nameof(ProductsPage));
    public static ShopifyDocument ProductVariants { get; } = Load(nameof(ProductVariants));
    public static ShopifyDocument VariantKeys { get; } = Load(nameof(VariantKeys));
    public static ShopifyDocument VariantsByIds { get; } = Load(nameof(VariantsByIds));
    public static ShopifyDocument VariantsBySku { get; } = Load(nameof(VariantsBySku));
    public static ShopifyDocument CounterSalesPage { get; } = Load(nameof(CounterSalesPage));
    public static ShopifyDocument CounterSalesByIds { get; } = Load(nameof(CounterSalesByIds));
    public static ShopifyDocument StockBySku { get; } = Load(nameof(StockBySku));
    public static ShopifyDocument StockByIds { get; } = Load(nameof(StockByIds));
    public static ShopifyDocument StockChanges { get; } = Load(nameof(StockChanges));
    public static ShopifyDocument StockSet { get; } = Load(nameof(StockSet));
    public static ShopifyDocument StockActivate { get; } = Load(nameof(StockActivate));
    public static ShopifyDocument ShippingByIds { get; } = Load(nameof(ShippingByIds));
    public static ShopifyDocument FulfillmentCreate { get; } = Load(nameof(FulfillmentCreate));
    public static ShopifyDocument FulfillmentTracking { get; } = Load(nameof(FulfillmentTracking));
    public static ShopifyDocument OrderMarksByIds { get; } = Load(nameof(OrderMarksByIds));
    public static ShopifyDocument OrderTag { get; } = Load(nameof(OrderTag));
    public static ShopifyDocument OrderNote { get; } = Load(nameof(OrderNote));

    public static ShopifyDocument ReturnOrder { get; } = Load(nameof(ReturnOrder));
    public static ShopifyDocument ReturnReasons { get; } = Load(nameof(ReturnReasons));
    public static ShopifyDocument ReturnCreate { get; } = Load(nameof(ReturnCreate));
    public static ShopifyDocument SuggestedRefund { get; } = Load(nameof(SuggestedRefund));
    public static ShopifyDocument RefundCreate { get; } = Load(nameof(RefundCreate));

    /// <summary>File and operation name.</summary>
    public string Name { get; }

    /// <summary>The document with its fragments, without comments.</summary>
    public string Text { get; }

    /// <summary>What it asks of the bucket.</summary>
    public QueryCost Cost { get; }

    private static ShopifyDocument Load(string name)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(name, parts);
        var lines = parts.Values.SelectMany(text => text.Split('\n')).Where(line => !line.StartsWith('#') && line.Length > 0);
        return new ShopifyDocument(name, string.Join('\n', lines), CostOf(parts[name]));
    }

    private static void Collect(string name, Dictionary<string, string> parts)
    {
        if (parts.ContainsKey(name)) return;
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Shopify/{name}.graphql")
            ?? throw new InvalidOperationException($"The document {name}.graphql is missing.");
        using var reader = new StreamReader(stream);
        var text = parts[name] = reader.ReadToEnd().ReplaceLineEndings("\n");
        foreach (var line in text.Split('\n').Where(line => line.StartsWith(ImportMark, StringComparison.Ordinal)))
        {
            Collect(line[ImportMark.Length..].Trim(), parts);
        }
    }

    private static QueryCost CostOf(string text)
    {
        var line = text.Split('\n').First(line => line.StartsWith(CostMark, StringComparison.Ordinal))[CostMark.Length..];
        var terms = line.Replace(" x step(first)", "", StringComparison.Ordinal).Split('+', StringSplitOptions.TrimEntries);
        return new QueryCost(Number(terms[0]), terms.Length > 1 ? Number(terms[1]) : 0);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
