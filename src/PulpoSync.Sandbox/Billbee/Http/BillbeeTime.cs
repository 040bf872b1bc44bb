using System.Globalization;

namespace PulpoSync.Sandbox.Billbee;

/// <summary>Times as Billbee writes and takes them. Inside, all of them are UTC.</summary>
internal static class BillbeeTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    /// <summary>The time in whole milliseconds.</summary>
    public static DateTime Whole(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));

    /// <summary>The time in the form that the account has.</summary>
    public static string Write(DateTime utc, BillbeeOptions options) => options.Times switch
    {
        BillbeeTimes.Utc => utc.ToString(Format, CultureInfo.InvariantCulture) + "Z",
        BillbeeTimes.WithOffset => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToOffset(options.UtcOffset)
            .ToString(Format + "zzz", CultureInfo.InvariantCulture),
        _ => (utc + options.UtcOffset).ToString(Format, CultureInfo.InvariantCulture),
    };

    /// <summary>A time of a filter, as UTC; one without zone is in the account's. Null for what is none.</summary>
    public static DateTime? Parse(string text, BillbeeOptions options)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return null;
        return HasZone(text) ? time.UtcDateTime : time.UtcDateTime - options.UtcOffset;
    }

    private static bool HasZone(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > "yyyy-MM-dd".Length;
}
