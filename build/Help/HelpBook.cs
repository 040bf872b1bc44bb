namespace PulpoSync.Module.Help;

/// <summary>All pages, and the parameters that several cmdlets share and one page describes.</summary>
internal sealed record HelpBook(IReadOnlyDictionary<string, HelpPage> Pages, IReadOnlyDictionary<string, IReadOnlyList<string>> SharedParameters)
{
    /// <summary>File with the descriptions of shared parameters.</summary>
    public const string SharedFile = "common-parameters.md";

    /// <summary>Reads a folder of pages.</summary>
    public static HelpBook Read(string folder)
    {
        var pages = Directory.GetFiles(folder, "*-*.md")
            .Where(file => Path.GetFileName(file) != SharedFile)
            .Select(file => Page(File.ReadLines(file)))
            .ToDictionary(page => page.Name, StringComparer.Ordinal);
        return new(pages, Parameters(MarkdownSection.Read(File.ReadLines(Path.Combine(folder, SharedFile)))));
    }

    /// <summary>What is said of a parameter: by the cmdlet's own page, else by the shared one; null: nothing.</summary>
    public IReadOnlyList<string>? Describe(string cmdlet, string parameter) =>
        Pages[cmdlet].Parameters.GetValueOrDefault(parameter) ?? SharedParameters.GetValueOrDefault(parameter);

    internal static HelpPage Page(IEnumerable<string> lines)
    {
        var sections = MarkdownSection.Read(lines);
        var title = sections[0];
        return new HelpPage(
            title.Title,
            string.Join(" ", title.Paragraphs),
            Named("Description")?.Paragraphs ?? [],
            [.. Below("Examples").Select(s => new HelpExample(s.Title, string.Join("\n\n", s.Code), s.Paragraphs))],
            Parameters(sections),
            Named("Output")?.Paragraphs ?? [],
            [.. (Named("Related")?.Paragraphs ?? []).Select(entry => entry.TrimStart('-', ' '))]);

        MarkdownSection? Named(string name) => sections.FirstOrDefault(s => s.Level == 2 && s.Title == name);

        IEnumerable<MarkdownSection> Below(string name) =>
            sections.SkipWhile(s => s.Level != 2 || s.Title != name).Skip(1).TakeWhile(s => s.Level == 3);
    }

    private static Dictionary<string, IReadOnlyList<string>> Parameters(IEnumerable<MarkdownSection> sections) =>
        sections.Where(s => s.Level == 3 && s.Title.StartsWith('-')).ToDictionary(s => s.Title[1..], s => s.Paragraphs, StringComparer.OrdinalIgnoreCase);
}
