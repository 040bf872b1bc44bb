using System.Text.Json;
using PulpoSync.Engine.Connectors.Billbee.Catalog;

namespace PulpoSync.Tests.Connectors.Billbee.Catalog;

/// <summary>Texts in several languages, and web pages among them.</summary>
public class BillbeeTextTests
{
    private const string Two = """{"T":[{"Text":"Tasse","LanguageCode":"DE"},{"Text":" Mug ","LanguageCode":"EN"},{"Text":"  ","LanguageCode":"FR"}]}""";

    [Theory]
    [InlineData(Two, null, "Tasse")]
    [InlineData(Two, "en", "Mug")]
    [InlineData(Two, "FR", "Tasse")]
    [InlineData(Two, "IT", "Tasse")]
    [InlineData("""{"T":[]}""", "DE", null)]
    [InlineData("""{"T":null}""", null, null)]
    [InlineData("""{"T":"Tasse"}""", null, null)]
    public void Of_gives_the_preferred_language_else_the_first_that_there_is(string article, string? language, string? text)
    {
        using var json = JsonDocument.Parse(article);
        Assert.Equal(text, new BillbeeText(language).Of(json.RootElement, "T"));
    }

    [Theory]
    [InlineData(null, "rot|Küche|red")]
    [InlineData("EN", "red")]
    public void Words_are_those_of_the_preferred_language_else_of_all(string? language, string words)
    {
        using var json = JsonDocument.Parse("""{"Tags":[{"Text":"rot, Küche,","LanguageCode":"DE"},{"Text":"red","LanguageCode":"EN"}]}""");
        Assert.Equal(words, string.Join('|', new BillbeeText(language).Words(json.RootElement, "Tags")));
    }

    [Theory]
    [InlineData("Breite < 5 cm & Höhe > 3 cm", "Breite < 5 cm & Höhe > 3 cm")]
    [InlineData("Erste Zeile\nZweite", "Erste Zeile\nZweite")]
    [InlineData("<p>Sch&ouml;n &amp;\n n&uuml;tzlich</p><ul><li>eins</li><li>zwei</li></ul>", "Schön & nützlich\neins\nzwei")]
    [InlineData("eins<br/>zwei<!-- x --> <b>drei</b>", "eins\nzwei drei")]
    [InlineData("<p> </p>", "")]
    public void Plain_leaves_the_markup_away(string text, string plain) => Assert.Equal(plain, BillbeeText.Plain(text));
}
