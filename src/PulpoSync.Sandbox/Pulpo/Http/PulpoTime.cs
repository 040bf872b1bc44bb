using System.Globalization;

namespace PulpoSync.Sandbox.Pulpo;

/// <summary>Times as clients send them.</summary>
internal static class PulpoTime
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm"];

    /// <summary>
    /// A date, or a date and time with a blank or a <c>T</c>; a fraction and a zone are accepted and dropped,
    /// as a time without zone is what PULPO keeps. Null for anything else.
    /// </summary>
    public static DateTime? Parse(string text)
    {
        var end = text.Length > 19 && text[19] is '.' or '+' or '-' or 'Z' ? 19 : text.Length;
        return DateTime.TryParseExact(text.AsSpan(0, end), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    /// <summary>Whether a text that <see cref="Parse"/> takes names a whole day.</summary>
    public static bool IsDate(string text) => text.Length == 10;
}
