namespace PulpoSync.Records;

/// <summary>
/// The lines that PulpoSync adds to a free text of people, each with a mark and the number that it speaks of: <c>[PulpoSync 4711_1] SKU-1: lot L-77</c>.
/// What people wrote stays as it is, and the lines are no edit to anybody who reads the text.
/// </summary>
public static class OwnNote
{
    private const string Start = "[PulpoSync ";

    /// <summary>The text without our lines; null where nothing is left.</summary>
    public static string? Without(string? note)
    {
        if (note is null || !note.Contains(Start, StringComparison.Ordinal)) return note;
        var kept = Lines(note).Where(line => !line.StartsWith(Start, StringComparison.Ordinal));
        return string.Join('\n', kept).TrimEnd() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The text with our line about a number: added at the end, or put in the place of the one that is there.</summary>
    /// <param name="note">Text of people; null: none.</param>
    /// <param name="number">Number that the line speaks of.</param>
    /// <param name="text">What it says; line breaks become spaces.</param>
    public static string With(string? note, string number, string text)
    {
        var mark = $"{Start}{number}] ";
        var ours = mark + string.Join(' ', Lines(text));
        var lines = note is null ? [] : Lines(note).ToList();
        var at = lines.FindIndex(line => line.StartsWith(mark, StringComparison.Ordinal));
        if (at >= 0) lines[at] = ours;
        else lines.Add(ours);
        return string.Join('\n', lines);
    }

    private static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
}
