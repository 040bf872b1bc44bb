using System.Text;

namespace PulpoSync.Sandbox.Shopify;

/// <summary>
/// Shopify's search syntax: <c>field:value</c>, comparators, quotes, backslash escapes, AND (or a space), OR, NOT (or a minus), parentheses.
/// An unquoted value ends at a colon, and what follows begins a new term; so an unquoted time loses its minutes, as it does at Shopify.
/// </summary>
internal sealed class SearchParser
{
    private readonly string _text;
    private int _at;

    private SearchParser(string text) => _text = text;

    public static SearchNode Parse(string? text) => new SearchParser(text ?? "").ParseAny();

    private SearchNode ParseAny()
    {
        var nodes = new List<SearchNode> { ParseAll() };
        while (TakeWord("OR")) nodes.Add(ParseAll());
        return nodes.Count == 1 ? nodes[0] : new SearchNode.Any(nodes);
    }

    private SearchNode ParseAll()
    {
        var nodes = new List<SearchNode>();
        while (true)
        {
            TakeWord("AND");
            SkipSpace();
            if (_at >= _text.Length || _text[_at] == ')' || PeekWord("OR")) return nodes.Count == 1 ? nodes[0] : new SearchNode.All(nodes);
            nodes.Add(ParseOne());
        }
    }

    private SearchNode ParseOne()
    {
        if (TakeWord("NOT")) return new SearchNode.Not(ParseOne());
        SkipSpace();
        if (Take('-')) return new SearchNode.Not(ParseOne());
        if (!Take('(')) return ParseTerm();
        var inner = ParseAny();
        Take(')');
        return inner;
    }

    private SearchNode.Term ParseTerm()
    {
        var first = ReadValue(out var quoted);
        if (quoted || !Take(':')) return new SearchNode.Term("default", Comparison.Equal, first, quoted);
        var comparison = ReadComparison();
        var value = ReadValue(out quoted);
        if (!quoted) Take(':');
        return new SearchNode.Term(first, comparison, value, quoted);
    }

    private Comparison ReadComparison()
    {
        if (Take('>')) return Take('=') ? Comparison.AtLeast : Comparison.Above;
        if (Take('<')) return Take('=') ? Comparison.AtMost : Comparison.Below;
        return Comparison.Equal;
    }

    private string ReadValue(out bool quoted)
    {
        var value = new StringBuilder();
        var quote = _at < _text.Length && _text[_at] is ('\'' or '"') ? _text[_at++] : '\0';
        quoted = quote != '\0';
        for (; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            if (c == '\\' && _at + 1 < _text.Length)
            {
                value.Append(_text[++_at]);
            }
            else if (quoted ? c == quote : char.IsWhiteSpace(c) || c is ':' or '(' or ')')
            {
                if (quoted) _at++;
                break;
            }
            else
            {
                value.Append(c);
            }
        }
        // A character that begins nothing must still be passed over.
        if (!quoted && value.Length == 0 && _at < _text.Length && _text[_at] is (':' or '(')) _at++;
        return value.ToString();
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
    }

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c) return false;
        _at++;
        return true;
    }

    private bool PeekWord(string word) =>
        string.CompareOrdinal(_text, _at, word, 0, word.Length) == 0
        && (_at + word.Length == _text.Length || char.IsWhiteSpace(_text[_at + word.Length]) || _text[_at + word.Length] == '(');

    private bool TakeWord(string word)
    {
        SkipSpace();
        if (!PeekWord(word)) return false;
        _at += word.Length;
        return true;
    }
}
