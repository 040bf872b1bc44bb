using System.Text.RegularExpressions;

namespace PulpoSync.Module.Help;

/// <summary>A heading and what stands below it, down to the next heading.</summary>
internal sealed partial record MarkdownSection(int Level, string Title, IReadOnlyList<string> Lines)
{
    private const string Fence = "```";

    /// <summary>The paragraphs outside of code blocks, without marks; an entry of a list is a paragraph.</summary>
    public IReadOnlyList<string> Paragraphs => [.. Split(code: false).Select(Plain)];

    /// <summary>The code blocks.</summary>
    public IReadOnlyList<string> Code => [.. Split(code: true)];

    /// <summary>Cuts a page at its headings.</summary>
    public static IReadOnlyList<MarkdownSection> Read(IEnumerable<string> lines)
    {
        var sections = new List<MarkdownSection>();
        var body = new List<string>();
        var inCode = false;
        foreach (var line in lines)
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal)) inCode = !inCode;
            if (!inCode && Heading().Match(line) is { Success: true } heading)
                sections.Add(new(heading.Groups[1].Length, heading.Groups[2].Value.Trim(), body = []));
            else
                body.Add(line);
        }

        return sections;
    }

    private IEnumerable<string> Split(bool code)
    {
        var block = new List<string>();
        var inCode = false;
        foreach (var line in Lines.Append(""))
        {
            var isFence = line.StartsWith(Fence, StringComparison.Ordinal);
            var isEntry = !inCode && line.StartsWith("- ", StringComparison.Ordinal);
            var ends = isFence || (!inCode && (line.Length == 0 || isEntry));
            if (ends && block.Count > 0)
            {
                if (inCode == code) yield return string.Join(code ? "\n" : " ", block);
                block.Clear();
            }

            if (isFence)
                inCode = !inCode;
            else if (inCode || line.Length > 0)
                block.Add(inCode ? line : line.Trim());
        }
    }

    private static string Plain(string text) => Link().Replace(text, "$1").Replace("`", "", StringComparison.Ordinal).Replace("**", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(#+)\s+(.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
