using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PulpoSync.Engine.Connectors.Billbee.Catalog;

/// <summary>Billbee's texts, which stand there in one or more languages, and may be web pages inside.</summary>
/// <param name="language">The language that is preferred, such as <c>DE</c>; null: the first that there is.</param>
internal sealed partial class BillbeeText(string? language)
{
    /// <summary>A text in the preferred language, else in the first one that has it; null where there is none.</summary>
    public string? Of(JsonElement article, string name) => (In(article, name, isPreferred: true) ?? In(article, name, isPreferred: false))?.Trim();

    /// <summary>The same as plain text.</summary>
    public string? PlainOf(JsonElement article, string name) => Of(article, name) is { } text && Plain(text) is { Length: > 0 } plain ? plain : null;

    /// <summary>Words of a list in the preferred language, else in all of them.</summary>
    public IEnumerable<string> Words(JsonElement article, string name)
    {
        var texts = article.Items(name).Where(IsPreferred).ToList();
        return (texts.Count > 0 ? texts : article.Items(name))
            .SelectMany(text => (text.Text("Text") ?? "").Split(BillbeeAssumptions.TagSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Text without markup; what separates blocks becomes a line.</summary>
    public static string Plain(string text)
    {
        if (!Tag().IsMatch(text)) return WebUtility.HtmlDecode(text).Trim();
        var bare = WebUtility.HtmlDecode(Tag().Replace(Break().Replace(Blanks().Replace(text, " "), "\n"), " "));
        return string.Join('\n', bare.Split('\n').Select(line => Blanks().Replace(line, " ").Trim()).Where(line => line.Length > 0));
    }

    private string? In(JsonElement article, string name, bool isPreferred) => article.Items(name)
        .Where(text => !isPreferred || IsPreferred(text)).Select(text => text.Text("Text")).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    private bool IsPreferred(JsonElement text) => language is not null && string.Equals(text.Text("LanguageCode")?.Trim(), language.Trim(), StringComparison.OrdinalIgnoreCase);

    // A sign that is followed by a blank or a digit is no markup.
    [GeneratedRegex("<[/!a-zA-Z][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"<(br|/p|/div|/li|/tr|/h[1-6])\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
