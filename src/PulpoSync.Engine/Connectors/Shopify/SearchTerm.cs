using System.Globalization;

namespace PulpoSync.Engine.Connectors.Shopify;

/// <summary>The one place where search queries are written, so that nothing unquoted gets into them.</summary>
internal static class SearchTerm
{
    /// <summary>What changed at that second or later. Unquoted, a time would break at its colons.</summary>
    public static string UpdatedSince(DateTimeOffset since) =>
        $"updated_at:>={Quote(since.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))}";

    /// <summary>Orders of a name. The search may find more: compare afterwards.</summary>
    public static string Name(string name) => $"name:{Quote(name)}";

    /// <summary>Article numbers, any of them. The search takes them apart into words: compare afterwards.</summary>
    public static string Skus(IEnumerable<string> skus) => string.Join(" OR ", skus.Select(sku => $"sku:{Quote(sku)}"));

    /// <summary>Orders that were placed in a channel, such as <c>pos</c>.</summary>
    public static string Source(string name) => $"source_name:{Quote(name)}";

    /// <summary>What all of some terms find; null: everything.</summary>
    public static string? All(params ReadOnlySpan<string?> terms) => string.Join(' ', terms.ToArray().OfType<string>()) is { Length: > 0 } query ? query : null;

    // Within quotes only the quote and the backslash mean something.
    private static string Quote(string text) =>
        $"'{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";
}
