using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Shopify.OrderMarks;

/// <summary>Our line in an order's note, within what Shopify takes. What people wrote is never cut.</summary>
internal static class NoteText
{
    /// <summary>
    /// Longest note. Shopify's changelog says 5000 for the note of a cart, which becomes the order's; that it holds for the order as well is inferred.
    /// </summary>
    public const int Longest = 5000;

    private const string More = " …";

    /// <summary>The note with our line about a number.</summary>
    /// <returns>The note, and whether our line had to be cut; a null note: there is no room for it at all.</returns>
    public static (string? Note, bool IsCut) With(string? note, string number, string line)
    {
        var whole = OwnNote.With(note, number, line);
        if (whole.Length <= Longest) return (whole, false);
        var room = line.Length - (whole.Length - Longest) - More.Length;
        // A number that is cut in the middle would be a wrong number: the last comma before the end is the place.
        var end = room > 0 ? line.LastIndexOfAny([',', ';'], Math.Min(room, line.Length - 1)) : -1;
        return end > 0 ? (OwnNote.With(note, number, line[..end] + More), true) : (null, true);
    }
}
