using System.CommandLine.Parsing;
using System.Globalization;

namespace PulpoSync.Cli.Hosting;

/// <summary>Reads points in time and durations as people type them, and writes them as people read them.</summary>
internal static class Moments
{
    private static readonly Dictionary<char, TimeSpan> Units = new()
    {
        ['s'] = TimeSpan.FromSeconds(1), ['m'] = TimeSpan.FromMinutes(1), ['h'] = TimeSpan.FromHours(1), ['d'] = TimeSpan.FromDays(1),
    };

    /// <summary><c>90s</c>, <c>15m</c>, <c>2h</c>, <c>7d</c> or <c>hh:mm:ss</c>.</summary>
    public static TimeSpan? ReadDuration(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (TryDuration(text, out var duration)) return duration;
        result.AddError($"'{text}' is no duration. Type 90s, 15m, 2h, 7d or 00:15:00.");
        return null;
    }

    /// <summary>A date (<c>2026-11-01</c>), a moment (<c>2026-11-01T08:00Z</c>; without a zone, the machine's) or how long ago (<c>2h</c>).</summary>
    public static DateTimeOffset? ReadMoment(ArgumentResult result, TimeProvider time)
    {
        var text = result.Tokens[0].Value;
        if (TryUnits(text, out var ago)) return time.GetUtcNow() - ago;
        if (MomentText.Parse(text, time.LocalTimeZone) is { } moment) return moment;
        result.AddError($"'{text}' is no point in time. Type a date (2026-11-01), a moment (2026-11-01T08:00Z) or how long ago (2h, 7d).");
        return null;
    }

    /// <summary>In the machine's zone: <c>2026-11-01 08:00:00</c>.</summary>
    public static string Show(DateTimeOffset? moment, TimeProvider time) => moment is { } at
        ? TimeZoneInfo.ConvertTime(at, time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
        : "-";

    /// <summary><c>3.2 s</c>, <c>4:05</c> or <c>1:02:03</c>.</summary>
    public static string Show(TimeSpan? duration) => duration switch
    {
        null => "-",
        { TotalMinutes: < 1 } d => d.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
        { TotalHours: < 1 } d => d.ToString(@"m\:ss", CultureInfo.InvariantCulture),
        { } d => $"{(int)d.TotalHours}:{d:mm\\:ss}",
    };

    private static bool TryDuration(string text, out TimeSpan duration) =>
        TryUnits(text, out duration)
        || (text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out duration)
            && duration > TimeSpan.Zero);

    private static bool TryUnits(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !Units.TryGetValue(char.ToLowerInvariant(text[^1]), out var unit)) return false;
        // Five digits at most, so that no product leaves the calendar.
        if (text.Length > 6 || !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        duration = unit * number;
        return true;
    }
}
