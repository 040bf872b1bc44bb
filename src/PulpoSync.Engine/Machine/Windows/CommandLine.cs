using System.Text;

namespace PulpoSync.Engine.Machine.Windows;

/// <summary>Arguments as one line, in the way in which programs of Windows part it again. Pure.</summary>
internal static class CommandLine
{
    /// <summary>The line.</summary>
    public static string Join(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote));

    // Backslashes count double only before a quotation mark; the one that closes is such a mark.
    private static string Quote(string word)
    {
        if (word.Length > 0 && !word.Any(sign => sign is ' ' or '\t' or '"')) return word;
        var line = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var sign in word)
        {
            if (sign == '"') line.Append('\\', backslashes + 1);
            backslashes = sign == '\\' ? backslashes + 1 : 0;
            line.Append(sign);
        }

        return line.Append('\\', backslashes).Append('"').ToString();
    }
}
