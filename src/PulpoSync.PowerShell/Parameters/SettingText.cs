using System.Collections;
using System.Globalization;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>Values of settings as the text that the engine keeps: lists are lines, maps are lines of <c>from=to</c>, switches <c>true</c> or <c>false</c>.</summary>
internal static class SettingText
{
    private static readonly char[] ListSeparators = [';', ',', '\n'];
    private static readonly char[] MapSeparators = [';', '\n'];

    /// <summary>Any value as text; null and nothing but blanks are null: the setting's default.</summary>
    public static string? From(object? value)
    {
        var text = value switch
        {
            null => null,
            string s => s.Trim(),
            bool b => b ? "true" : "false",
            DateTime { Kind: DateTimeKind.Unspecified } d => d.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            DateTime d => From(new DateTimeOffset(d)),
            DateTimeOffset d => d.ToString("O", CultureInfo.InvariantCulture),
            IDictionary map => Lines(map.Cast<DictionaryEntry>().Select(e => $"{From(e.Key)}={From(e.Value)}").Order(StringComparer.Ordinal)),
            IEnumerable list => Lines(list.Cast<object?>().Select(From)),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>A list whose texts may hold several entries, parted by <c>;</c> or <c>,</c>.</summary>
    public static string? FromList(IEnumerable<string> texts) =>
        From(texts.SelectMany(text => (text ?? "").Split(ListSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Reads <c>A=B;C=D</c>; null where an entry is no pair. The last equals sign parts the two.</summary>
    public static Hashtable? ParseMap(string text, out string? fault)
    {
        fault = null;
        var map = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in text.Split(MapSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.LastIndexOf('=');
            if (at <= 0)
            {
                fault = pair;
                return null;
            }

            map[pair[..at].Trim()] = pair[(at + 1)..].Trim();
        }

        return map;
    }

    private static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
}
