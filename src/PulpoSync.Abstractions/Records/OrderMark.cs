namespace PulpoSync.Records;

/// <summary>What PulpoSync puts onto a shop's order.</summary>
/// <param name="Tag">Tag; null: none.</param>
/// <param name="NoteLine">Our line of the note (<see cref="OwnNote"/>); null: none.</param>
public sealed record OrderMark(string? Tag, string? NoteLine);
