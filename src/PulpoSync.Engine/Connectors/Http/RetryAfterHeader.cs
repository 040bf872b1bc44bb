using System.Globalization;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>Reads Retry-After: seconds, also with decimals as Shopify sends them, or a date.</summary>
internal static class RetryAfterHeader
{
    private const double MaxSeconds = 86_400 * 366;

    public static TimeSpan? Read(string? value, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var seconds))
        {
            return double.IsFinite(seconds) ? TimeSpan.FromSeconds(Math.Min(seconds, MaxSeconds)) : null;
        }

        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return null;
        return date > now ? date - now : TimeSpan.Zero;
    }
}
