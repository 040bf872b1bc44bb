namespace PulpoSync.Engine.Contracts;

/// <summary>Several ids of a destination that belong to one record, as one text: goods of two locations are two shipments of one packing.</summary>
internal static class DestinationIds
{
    private const char Separator = ' ';

    /// <summary>The ids in a text; none where it is null.</summary>
    public static IReadOnlyList<string> Of(string? joined) => (joined ?? "").Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The text for some ids; null for none.</summary>
    public static string? Join(IEnumerable<string> ids) => string.Join(Separator, ids) is { Length: > 0 } joined ? joined : null;
}
