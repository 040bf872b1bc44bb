using System.Globalization;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>How values of searches are compared.</summary>
internal static class SearchValues
{
    private static readonly string[] LocalFormats = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH", "yyyy-MM-dd"];
    private static readonly string[] ZonedFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>A time; one without a zone is in the shop's.</summary>
    public static DateTimeOffset? Time(string value, TimeZoneInfo zone)
    {
        if (DateTime.TryParseExact(value, LocalFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return new DateTimeOffset(local, zone.GetUtcOffset(local));
        return DateTimeOffset.TryParseExact(value, ZonedFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    public static bool? Compare(DateTimeOffset actual, SearchNode.Term term, ShopifyShop shop) =>
        Time(term.Value, shop.Zone) is { } wanted ? Holds(actual.CompareTo(wanted), term.Comparison) : null;

    public static bool? Compare(long actual, SearchNode.Term term) =>
        (Gids.Parse(term.Value)?.Id ?? (long.TryParse(term.Value, out var plain) ? plain : null)) is { } wanted
            ? Holds(actual.CompareTo(wanted), term.Comparison)
            : null;

    public static bool? Compare(bool actual, SearchNode.Term term) => bool.TryParse(term.Value, out var wanted) ? actual == wanted : null;

    /// <summary>Whether the wanted text stands in a text.</summary>
    public static bool Contains(string? actual, SearchNode.Term term) => actual?.Contains(term.Value, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether a text is the wanted one, or one of those wanted: <c>status:open,closed</c>.</summary>
    public static bool Is(string? actual, SearchNode.Term term) =>
        actual is not null && (term.IsPhrase ? [term.Value] : term.Value.Split(',')).Contains(actual, StringComparer.OrdinalIgnoreCase);

    private static bool Holds(int order, Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => order >= 0,
        Comparison.AtMost => order <= 0,
        Comparison.Above => order > 0,
        Comparison.Below => order < 0,
        _ => order == 0,
    };
}
