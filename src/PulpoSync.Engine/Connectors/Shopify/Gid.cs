namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Shopify's global ids, such as <c>gid://shopify/Order/5123456789</c>.</summary>
internal static class Gid
{
    private const string OrderStart = "gid://shopify/Order/";

    /// <summary>The id of an order by its number in the old REST API.</summary>
    public static string Order(string legacyId) => OrderStart + legacyId;

    /// <summary>True for an id of an order.</summary>
    public static bool IsOrder(string text) =>
        text.StartsWith(OrderStart, StringComparison.Ordinal) && text.Length > OrderStart.Length && text.AsSpan(OrderStart.Length).IndexOfAnyExceptInRange('0', '9') < 0;
}
