namespace PulpoSync.Module.Help;

/// <summary>Holds the pages against the cmdlets: nothing may be missing on either side.</summary>
internal static class HelpCheck
{
    private const int LeastExamples = 2;

    /// <summary>What is wrong; empty: nothing.</summary>
    public static IReadOnlyList<string> Faults(HelpBook book, IReadOnlyList<CmdletMetadata> cmdlets)
    {
        var known = cmdlets.ToDictionary(cmdlet => cmdlet.Name);
        var used = cmdlets.SelectMany(cmdlet => cmdlet.Parameters).Select(parameter => parameter.Name).ToHashSet();
        return
        [
            .. book.Pages.Keys.Where(page => !known.ContainsKey(page)).Select(page => $"{page}.md describes no cmdlet"),
            .. known.Keys.Where(name => !book.Pages.ContainsKey(name)).Select(name => $"{name} has no page"),
            .. book.SharedParameters.Keys.Where(name => !used.Contains(name)).Select(name => $"{HelpBook.SharedFile}: no cmdlet has -{name}"),
            .. cmdlets.Where(cmdlet => book.Pages.ContainsKey(cmdlet.Name)).SelectMany(cmdlet => Faults(book, cmdlet)),
        ];
    }

    private static IEnumerable<string> Faults(HelpBook book, CmdletMetadata cmdlet)
    {
        var page = book.Pages[cmdlet.Name];
        if (page.Synopsis.Length == 0) yield return $"{cmdlet.Name} has no synopsis";
        if (page.Description.Count == 0) yield return $"{cmdlet.Name} has no description";
        if (page.Examples.Count(example => example.Code.Length > 0) < LeastExamples) yield return $"{cmdlet.Name} has fewer than {LeastExamples} examples";
        foreach (var parameter in cmdlet.Parameters.Where(p => book.Describe(cmdlet.Name, p.Name) is not { Count: > 0 }))
            yield return $"{cmdlet.Name} -{parameter.Name} is not described";
        foreach (var name in page.Parameters.Keys.Where(name => cmdlet.Parameters.All(p => p.Name != name)))
            yield return $"{cmdlet.Name} has no parameter -{name}";
    }
}
