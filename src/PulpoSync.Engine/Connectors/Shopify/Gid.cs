namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Shopify's global ids, such as <c>gid://shopify/Order/5123456789</c>.</summary>
internal static class Gid
{
    private const string OrderStart = "gid://shopify/Order/";
    private const string ProductStart = "gid://shopify/Product/";
    private const string VariantStart = "gid://shopify/ProductVariant/";

    /// <summary>The id of an order by its number in the old REST API.</summary>
    public static string Order(string legacyId) => OrderStart + legacyId;

    /// <summary>True for an id of an order.</summary>
    public static bool IsOrder(string text) => Is(text, OrderStart);

    /// <summary>True for an id of a product.</summary>
    public static bool IsProduct(string text) => Is(text, ProductStart);

    /// <summary>The id of a variant by its number in the old REST API.</summary>
    public static string Variant(string legacyId) => VariantStart + legacyId;

    /// <summary>True for an id of a variant.</summary>
    public static bool IsVariant(string text) => Is(text, VariantStart);

    private static bool Is(string text, string start) =>
        text.StartsWith(start, StringComparison.Ordinal) && text.Length > start.Length && text.AsSpan(start.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
