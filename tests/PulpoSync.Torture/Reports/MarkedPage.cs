namespace PulpoSync.Torture.Reports;

/// <summary>A page with figures that programs write. Each part stands between two marks of its name, and belongs to the program that measures it.</summary>
/// <param name="file">Path in the checkout.</param>
internal sealed class MarkedPage(string file)
{
    private readonly string _path = Repository.File(file);

    /// <summary>Replaces a part by a newer one.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="content">Markdown.</param>
    /// <exception cref="InvalidOperationException">The page has no marks for it.</exception>
    public void Write(string name, string content)
    {
        var page = File.ReadAllText(_path);
        var (begin, end) = Range(page, name);
        File.WriteAllText(_path, $"{page[..begin]}\n{content.Trim()}\n{page[end..]}");
    }

    /// <summary>A part as it stands.</summary>
    /// <param name="name">The part's name.</param>
    public string Read(string name)
    {
        var page = File.ReadAllText(_path);
        var (begin, end) = Range(page, name);
        return page[begin..end].Trim();
    }

    private (int Begin, int End) Range(string page, string name)
    {
        var (first, last) = ($"<!-- {name} -->", $"<!-- end of {name} -->");
        var begin = page.IndexOf(first, StringComparison.Ordinal);
        var end = page.IndexOf(last, StringComparison.Ordinal);
        if (begin < 0 || end < begin) throw new InvalidOperationException($"{_path} lacks the marks {first} and {last}.");
        return (begin + first.Length, end);
    }
}
