namespace PulpoSync.Records;

/// <summary>What PulpoSync puts onto a shop's order.</summary>
/// <param name="Tag">Tag; null: none.</param>
/// <param name="NoteLine">Our line of the note (<see cref="OwnNote"/>); null: none.</param>
/// <param name="Status">State that the order is set to, in the shop's words; null: it stays as it is.</param>
public sealed record OrderMark(string? Tag, string? NoteLine, string? Status = null);
