using PulpoSync.PowerShell.Parameters;

namespace PulpoSync.Tests.PowerShell;

public sealed class WordsTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("JA", true)]
    [InlineData(" x ", true)]
    [InlineData("0", false)]
    [InlineData("nein", false)]
    [InlineData("", false)]
    [InlineData("perhaps", null)]
    public void SwitchWords_parse_what_tables_hold(string text, bool? expected) => Assert.Equal(expected, SwitchWords.Parse(text));

    [Theory]
    [InlineData("PULPO", "PULPO")]
    [InlineData("sales_orders", "sales_orders")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("Shop Berlin", "'Shop Berlin'")]
    [InlineData("Karl's", "'Karl''s'")]
    [InlineData("100", "'100'")]
    [InlineData("a;b", "'a;b'")]
    [InlineData("$x", "'$x'")]
    public void CompletionWords_quote_where_PowerShell_would_read_something_else(string word, string expected) =>
        Assert.Equal(expected, CompletionWords.Quote(word));

    [Theory]
    [InlineData("", true)]
    [InlineData("shop", true)]
    [InlineData("'Shop B", true)]
    [InlineData("\"shop", true)]
    [InlineData("erlin", false)]
    public void CompletionWords_fit_by_their_beginning(string typed, bool expected) => Assert.Equal(expected, CompletionWords.Fits("Shop Berlin", typed));
}
