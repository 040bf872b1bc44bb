using PulpoSync.Engine.Contracts;

namespace PulpoSync.Engine.Connectors.Shopify.Returns;

/// <summary>
/// What makes a return or a refund of an order ours: its note begins with the source's system and the source's own number of the return
/// (<c>PULPO RE-000123</c>). Shopify keeps no other name of ours on either.
/// </summary>
internal static class ReturnMark
{
    // Longest text that the note of a returned line takes.
    private const int Longest = 255;

    /// <summary>The mark of a return.</summary>
    public static string Of(RecordRef reference)
    {
        var system = reference.SourceAccount.Split(':')[0].ToUpperInvariant();
        return $"{system} {reference.SourceKey[(reference.SourceKey.LastIndexOf('/') + 1)..]}";
    }

    /// <summary>What the marks of all returns of a source begin with.</summary>
    public static string SystemOf(string mark) => mark[..(mark.IndexOf(' ', StringComparison.Ordinal) + 1)];

    /// <summary>A note that carries the mark, with what the warehouse says behind it.</summary>
    public static string Note(string mark, IEnumerable<string> said)
    {
        var text = string.Join("; ", said);
        var note = text.Length == 0 ? mark : $"{mark}: {text}";
        if (note.Length <= Longest) return note;
        // A character beyond the basic plane is two units; half of one is no text.
        return note[..(char.IsHighSurrogate(note[Longest - 1]) ? Longest - 1 : Longest)];
    }

    /// <summary>True where a note carries the mark; <c>RE-1</c> is not <c>RE-12</c>.</summary>
    public static bool IsIn(string? note, string mark) =>
        note is not null && note.StartsWith(mark, StringComparison.Ordinal) && (note.Length == mark.Length || note[mark.Length] == ':');
}
