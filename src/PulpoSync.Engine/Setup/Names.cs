using System.Text;
using System.Text.RegularExpressions;

namespace PulpoSync.Engine.Setup;

/// <summary>Names of credentials and integrations, and patterns of them.</summary>
internal static class Names
{
    private const int Longest = 100;
    private const int MostListed = 10;

    /// <summary>True for a pattern with * or ?.</summary>
    public static bool IsPattern(string name) => name.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>A test for a name or pattern; case does not matter.</summary>
    public static Func<string, bool> Matcher(string? pattern)
    {
        if (pattern is null or "*") return _ => true;
        var regex = new Regex(
            "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
        return regex.IsMatch;
    }

    /// <summary>A new name, tidied.</summary>
    /// <exception cref="PulpoSyncException">It is empty, too long, or looks like a pattern.</exception>
    public static string Checked(string name, string errorId)
    {
        var tidy = name.Trim();
        if (tidy.Length is > 0 and <= Longest && !IsPattern(tidy) && !tidy.EnumerateRunes().Any(IsNoLetter)) return tidy;
        throw new PulpoSyncException(errorId, $"A name has 1 to {Longest} characters, without * and ?. Type another one.", name);
    }

    // Half a sign comes out as the one that stands for what could not be read.
    private static bool IsNoLetter(Rune rune) => Rune.IsControl(rune) || rune == Rune.ReplacementChar;

    /// <summary>"There are: A, B", for messages about a name that does not exist.</summary>
    /// <param name="names">All names of the kind.</param>
    /// <param name="noun">Noun of the cmdlets of the kind.</param>
    public static string List(IReadOnlyCollection<string> names, string noun) => names.Count switch
    {
        0 => $"There are none yet; make one with New-{noun} (or: pulposync import).",
        <= MostListed => $"There are: {string.Join(", ", names)}.",
        _ => $"There are: {string.Join(", ", names.Take(MostListed))} and {names.Count - MostListed} more; Get-{noun} shows all.",
    };
}
