namespace PulpoSync.Torture.Reports;

/// <summary>The page that tells the user what was tried: <c>docs/RELIABILITY.md</c>. Each torture owns what stands between its two marks.</summary>
internal static class ReliabilityPage
{
    private static readonly string Path = Repository.File("docs/RELIABILITY.md");

    /// <summary>Replaces a torture's part by a newer one.</summary>
    /// <param name="name">The torture's name.</param>
    /// <param name="content">Markdown.</param>
    /// <exception cref="InvalidOperationException">The page has no marks for it.</exception>
    public static void Write(string name, string content)
    {
        var page = File.ReadAllText(Path);
        var (begin, end) = Range(page, name);
        File.WriteAllText(Path, $"{page[..begin]}\n{content.Trim()}\n{page[end..]}");
    }

    /// <summary>A torture's part as it stands.</summary>
    /// <param name="name">The torture's name.</param>
    public static string Read(string name)
    {
        var page = File.ReadAllText(Path);
        var (begin, end) = Range(page, name);
        return page[begin..end].Trim();
    }

    private static (int Begin, int End) Range(string page, string name)
    {
        var (first, last) = ($"<!-- {name} -->", $"<!-- end of {name} -->");
        var begin = page.IndexOf(first, StringComparison.Ordinal);
        var end = page.IndexOf(last, StringComparison.Ordinal);
        if (begin < 0 || end < begin) throw new InvalidOperationException($"{Path} lacks the marks {first} and {last}.");
        return (begin + first.Length, end);
    }
}
