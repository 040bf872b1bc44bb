using System.Globalization;

namespace PulpoSync;

/// <summary>
/// Moments as people type them. Year first only: what <c>03.04.2026</c> or <c>03/04/2026</c> means depends on who types it, and a wrong guess would go unseen.
/// </summary>
public static class MomentText
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'H:mmK", "yyyy-MM-dd' 'H:mmK", "yyyy-MM-dd'T'H:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'H:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads <c>2026-11-01</c>, <c>2026-11-01 08:00</c>, <c>2026-11-01T08:00:00Z</c> or <c>2026-11-01T08:00:00+01:00</c>.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="zone">Zone of a date or time that names none.</param>
    /// <returns>The moment; null where the text is none.</returns>
    public static DateTimeOffset? Parse(string text, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        // The first and the last year have moments that no zone but UTC can name.
        if (!DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local) || local.Year is 1 or 9999) return null;
        return local.Kind is DateTimeKind.Unspecified
            ? new DateTimeOffset(local, zone.GetUtcOffset(local))
            : DateTimeOffset.ParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None);
    }
}
