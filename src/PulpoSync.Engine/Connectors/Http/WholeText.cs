using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace PulpoSync.Engine.Connectors.Http;

/// <summary>
/// Mends JSON whose texts were cut within a sign, as systems do that count bytes or code units: half an emoji in one note must not hold up everything.
/// What is broken becomes U+FFFD.
/// </summary>
internal static class WholeText
{
    // \ and u with four digits.
    private const int EscapeLength = 6;

    /// <summary>The JSON with whole texts; the same memory where nothing is broken.</summary>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span)) json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));
        byte[]? mended = null;
        for (var at = 0; (at = Next(json.Span, at)) >= 0;)
        {
            var code = Code(json.Span, at);
            if (code is null)
            {
                // Another escape: what follows the backslash is no beginning of one.
                at += 2;
            }
            else if (char.IsHighSurrogate(code.Value) && Code(json.Span, at + EscapeLength) is { } second && char.IsLowSurrogate(second))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                if (char.IsSurrogate(code.Value)) "\\ufffd"u8.CopyTo((mended ??= json.ToArray()).AsSpan(at));
                at += EscapeLength;
            }
        }

        return mended ?? json;
    }

    private static int Next(ReadOnlySpan<byte> json, int from)
    {
        if (from >= json.Length) return -1;
        var at = json[from..].IndexOf((byte)'\\');
        return at < 0 ? -1 : from + at;
    }

    // Null: there is no escape of a code unit.
    private static char? Code(ReadOnlySpan<byte> json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
