using System.Text.RegularExpressions;

namespace PulpoSync.PowerShell.Parameters;

/// <summary>How typed text finds a word, and how the word is then written.</summary>
internal static partial class CompletionWords
{
    /// <summary>True where the word begins with what was typed, quotes apart; case does not matter.</summary>
    public static bool Fits(string word, string? typed) =>
        word.StartsWith((typed ?? "").Trim('\'', '"', '*'), StringComparison.OrdinalIgnoreCase);

    /// <summary>The word as an argument: quoted where PowerShell would read it as anything but one plain word.</summary>
    public static string Quote(string word) => PlainWord().IsMatch(word) ? word : $"'{word.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_./-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainWord();
}
