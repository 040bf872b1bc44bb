namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>Shopify's global ids, such as <c>gid://shopify/Order/5123456789</c>.</summary>
internal static class Gid
{
    private const string Start = "gid://shopify/";

    /// <summary>The id of an order by its number in the old REST API.</summary>
    public static string Order(string legacyId) => $"{Start}Order/{legacyId}";

    /// <summary>True for an id of an order.</summary>
    public static bool IsOrder(string text) =>
        text.StartsWith($"{Start}Order/", StringComparison.Ordinal) && text.Length > Start.Length + 6 && text.AsSpan(Start.Length + 6).IndexOfAnyExceptInRange('0', '9') < 0;
}
